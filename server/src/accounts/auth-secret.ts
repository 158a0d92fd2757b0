import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefusal } from '../refusal.ts'

const secretBytes = 48
const secretLengthMin = 32

/**
 * The secret kept beside a database file, made when it is not there yet, for the eyes of the shop's own user alone.
 *
 * @throws StartRefusal when it can neither be read nor made, or is too short
 */
export function keptSecret(databaseFile: string): string {
  const file = `${databaseFile}.secret`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const secret = readOrMake(file)
    if (secret.length >= secretLengthMin) return secret
  } catch (error) {
    throw new StartRefusal(`AUTH_SECRET: ${file} cannot be used: ${(error as Error).message}`, {
      cause: error,
    })
  }
  throw new StartRefusal(
    `AUTH_SECRET: ${file} holds too little; expected at least ${secretLengthMin} characters, or no such file to have one made`,
  )
}

/** Of two that make it at once, one does, and the other reads it: whole, since it has no name before it is written. */
function readOrMake(file: string): string {
  if (!existsSync(file)) {
    const draft = `${file}.${randomUUID()}`
    try {
      writeFileSync(draft, randomBytes(secretBytes).toString('base64url'), {
        flag: 'wx',
        mode: 0o600,
        flush: true,
      })
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(file, 'utf8').trim()
}
