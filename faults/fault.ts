/** Something that goes wrong for real, under load. */
export interface Fault {
  readonly name: string
  /** What happens, in a few words. */
  readonly what: string
  readonly on: Ground
  /** How often it strikes unless told otherwise. */
  readonly strikes: number
  stage(plan: Plan): Promise<Outcome>
}

export type Ground = 'SQLite' | 'PostgreSQL' | 'PostgreSQL, four processes'

export interface Plan {
  readonly strikes: number
  /** A number from 0 up to 1, any as likely as the others. */
  random(): number
}

export interface Outcome {
  readonly strikes: number
  readonly requests: number
  /** Orders that were answered with 201. */
  readonly orders: number
  /** Requests that got no answer, or were told to come back. */
  readonly unanswered: number
  /** The guarantees that were checked. */
  readonly checked: string
  /** What did not hold, each in one line. */
  readonly broken: readonly string[]
}

/** This machine lacks what the fault is made with; the message says what. */
export class CannotStage extends Error {}

export function processesOf(on: Ground): number {
  return on === 'PostgreSQL, four processes' ? 4 : 1
}
