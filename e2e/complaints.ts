import type { BrowserContext } from '@playwright/test'

/** What pages of a test complained about: errors and warnings on the console, exceptions nobody caught. */
export interface Complaints {
  listenTo(context: BrowserContext): void
  /** Says that complaints like this belong to the test. */
  expect(pattern: RegExp): void
  unexpected(): string[]
}

/** What Playwright itself says on the console of a page whose service worker it keeps out. */
const blockedWorker = 'Service Worker registration blocked by Playwright'

export function collectComplaints(): Complaints {
  const heard: string[] = []
  const expected: RegExp[] = []
  return {
    listenTo(context) {
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return
        if (message.text() === blockedWorker) return
        heard.push(`${message.type()}: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (webError) => heard.push(`not caught: ${webError.error().stack}`))
    },
    expect: (pattern) => void expected.push(pattern),
    unexpected: () => heard.filter((text) => !expected.some((pattern) => pattern.test(text))),
  }
}
