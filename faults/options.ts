import { parseArgs } from 'node:util'

const roundsMax = 10_000

export const help = `Stages real faults against real shops under load, and checks what was promised after each.

  npm run faults -- [options]

  --only <name>     only the faults whose names begin so; may be given several times
  --rounds <n>      how often each of them strikes, 1 to ${roundsMax} (each has its own number)
  --seed <n>        what is drawn by lot is drawn as in the run that printed this seed
  --list            name the faults
  --help            show this

Ends with 0 when everything held, 1 when something broke, 64 when an option is wrong. What cannot be staged on this
machine is said to be skipped.`

export interface Options {
  readonly only: readonly string[]
  readonly rounds: number | undefined
  readonly seed: number
}

/** An option cannot be used; the message is the line for whoever typed it. */
export class OptionError extends Error {}

/**
 * Reads the command line.
 *
 * @throws OptionError
 */
export function readOptions(args: readonly string[]): Options | 'help' | 'list' {
  const { values } = parse(args)
  if (values.help) return 'help'
  if (values.list) return 'list'
  return {
    only: values.only ?? [],
    rounds: values.rounds === undefined ? undefined : whole('--rounds', values.rounds, 1, roundsMax),
    seed:
      values.seed === undefined
        ? Math.floor(Math.random() * 2 ** 31)
        : whole('--seed', values.seed, 0, 2 ** 31),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        rounds: { type: 'string' },
        seed: { type: 'string' },
        list: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    const [line] = (error as Error).message.split('\n')
    throw new OptionError(line)
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min && value <= max) return value
  throw new OptionError(`${name}: ${text} cannot be used; expected a whole number from ${min} to ${max}`)
}
