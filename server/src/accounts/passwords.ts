import { randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Refusal } from '../refusal.ts'
import { computeHash } from './hashing.ts'

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id; memory in KiB. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const hashBytes = 32
/** Hashes computed at once: each takes a core and 19 MiB, and one core is left to the shop, which must go on selling. */
const hashesAtOnceMax = Math.max(1, Math.min(2, availableParallelism() - 1))
/** Hashes waiting; past it, whoever signs in is asked to come back rather than kept waiting. */
const waitingMax = 200

const waiting: Array<() => void> = []
let computing = 0

/**
 * A password's hash with its parameters and salt, in the PHC string format, to be kept.
 *
 * @throws Refusal `unavailable` when too many hashes are wanted at once
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const { memory, passes, parallelism } = parameters
  const hash = await compute(password, salt, parameters)
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(hash)}`
}

/**
 * Whether a password is the one that was hashed.
 *
 * @throws Refusal `unavailable` when too many hashes are wanted at once
 */
export async function verifyPassword(kept: string, password: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept)
  if (!match) throw new Error('a kept password is not in the form it is written in')
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number]
  const [salt, expected] = match.slice(4).map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer]
  const actual = await compute(password, salt, { memory, passes, parallelism })
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

/** Without padding, as the PHC string format wants it. */
function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}

async function compute(password: string, nonce: Buffer, cost: typeof parameters): Promise<Buffer> {
  await turn()
  try {
    return await computeHash({
      message: password.normalize('NFKC'),
      nonce,
      tagLength: hashBytes,
      ...cost,
    })
  } finally {
    // The place is handed on rather than given back, so that nobody gets in between.
    const next = waiting.shift()
    if (next) next()
    else computing -= 1
  }
}

async function turn(): Promise<void> {
  if (computing < hashesAtOnceMax) {
    computing += 1
    return
  }
  if (waiting.length >= waitingMax) {
    throw new Refusal('unavailable', 'Too many people are signing in at the moment. Please try again.', {
      retryAfterSeconds: 5,
    })
  }
  await new Promise<void>((resolve) => waiting.push(resolve))
}
