/** Answers what the bench asks of any process, and by `more` what it asks of this one alone. */
export function answerCommands(more: (command: unknown) => unknown = () => undefined): void {
  process.on('message', async (command) => {
    if (command === 'memory') process.send?.(heldBytes())
    else if (command === 'cpu') process.send?.(cpuMs())
    else process.send?.((await more(command)) ?? 'done')
  })
}

/** Without what is garbage already, which differs from run to run. */
function heldBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
