import { randomUUID } from 'node:crypto'

const accounts = 24
/** Asking all the time. */
const peopleAtOnce = 32

export interface Storm {
  /** Ends it, and tells how many a second signed in. */
  end(): Promise<number>
}

/** Makes the accounts that a storm signs in to. */
export async function makeAccounts(url: string): Promise<string[]> {
  const emails = Array.from({ length: accounts }, () => `${randomUUID()}@example.org`)
  for (const email of emails) await post(url, 'sign-up/email', { email, password })
  return emails
}

/** People who sign in, each as soon as the last one is in, until it is ended. Everybody comes from elsewhere. */
export function startStorm(url: string, emails: readonly string[]): Storm {
  const start = performance.now()
  let signedIn = 0
  let isOver = false
  const people = Array.from({ length: peopleAtOnce }, async (_, person) => {
    for (let turn = person; !isOver; turn += peopleAtOnce) {
      await post(url, 'sign-in/email', { email: emails[turn % emails.length], password })
      signedIn += 1
    }
  })
  const all = Promise.all(people)
  return {
    async end() {
      const perSecond = (signedIn * 1_000) / (performance.now() - start)
      isOver = true
      await all
      return perSecond
    },
  }
}

const password = 'a password of the bench'
let senders = 0

async function post(url: string, path: string, body: unknown): Promise<void> {
  senders += 1
  const sender = `10.${senders >> 16}.${(senders >> 8) & 255}.${senders & 255}`
  const response = await fetch(`${url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': sender },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
}
