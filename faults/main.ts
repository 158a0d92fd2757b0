import { atOnce } from '../server/src/testing/at-once.ts'
import { untilOver } from '../server/src/testing/when-over.ts'
import { CannotStage, type Fault, type Outcome } from './fault.ts'
import { faults } from './faults.ts'
import { help, OptionError, type Options, readOptions } from './options.ts'
import { randomOf } from './random.ts'
import { formatTable, isHeld, type Result } from './table.ts'

const exitCodes = { held: 0, broken: 1, wrongOption: 64 } as const

/** Staged at the same time, each on a database of its own: most of the time of one is waiting. */
const stagesMax = 3
/** Findings shown of one fault; more of the same would tell no more. */
const findingsMax = 10

const exitCode = await main()
// Whoever reads the output has it all before the process ends, with whatever a broken fault left under way.
process.stdout.write('', () => process.exit(exitCode))

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2))
    if (options === 'help') return tell(help)
    if (options === 'list')
      return tell(faults.map(({ name, on, what }) => `${name} (${on}): ${what}`).join('\n'))
    return await stageAll(options)
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    console.error(error.message)
    return exitCodes.wrongOption
  }
}

function tell(text: string): number {
  console.log(text)
  return exitCodes.held
}

async function stageAll(options: Options): Promise<number> {
  const chosen = faults.filter(({ name }) => isChosen(name, options))
  if (chosen.length === 0) throw new OptionError(`--only: no fault has such a name; --list names them`)
  console.log(`Staging ${chosen.length} faults, with --seed ${options.seed}`)
  const results: Result[] = []
  await atOnce(stagesMax, chosen, async (fault) => {
    const result = await stage(fault, options)
    results.push(result)
    console.log(reportOf(result))
  })
  results.sort((one, other) => place(one) - place(other))
  console.log(`\n${formatTable(results)}`)
  const broken = results.filter(({ outcome }) => !('skipped' in outcome) && !isHeld(outcome))
  console.log(broken.length === 0 ? '\nEverything staged held.' : `\nBroken: ${broken.length}.`)
  return broken.length === 0 ? exitCodes.held : exitCodes.broken
}

function isChosen(name: string, { only }: Options): boolean {
  return only.length === 0 || only.some((start) => name.startsWith(start))
}

function place({ fault }: Result): number {
  return faults.findIndex(({ name, on }) => name === fault.name && on === fault.on)
}

async function stage(fault: Fault, { rounds, seed }: Options): Promise<Result> {
  const started = performance.now()
  const random = randomOf(seed, `${fault.name} ${fault.on}`)
  const outcome = await untilOver(() => fault.stage({ strikes: rounds ?? fault.strikes, random })).catch(
    outcomeOfFailure,
  )
  return { fault, outcome, seconds: (performance.now() - started) / 1_000 }
}

function outcomeOfFailure(error: unknown): Outcome | { skipped: string } {
  if (error instanceof CannotStage) return { skipped: error.message }
  const broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  return { strikes: 0, requests: 0, orders: 0, unanswered: 0, checked: '', broken }
}

/** Said as soon as it is known. */
function reportOf({ fault, outcome, seconds }: Result): string {
  const title = `${fault.name} (${fault.on}), ${seconds.toFixed(1)} s`
  if ('skipped' in outcome) return `– ${title}: skipped: ${outcome.skipped}`
  if (isHeld(outcome)) return `✓ ${title}: struck ${outcome.strikes} times`
  const { broken } = outcome
  const more = broken.length > findingsMax ? [`and ${broken.length - findingsMax} more`] : []
  const findings = broken.length === 0 ? ['it never struck'] : [...broken.slice(0, findingsMax), ...more]
  return [`✗ ${title}`, ...findings.map((finding) => `    ${finding}`)].join('\n')
}
