import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import { authCall } from '../server/src/testing/account-client.ts'
import { call } from '../server/src/testing/api-client.ts'
import { emailField, openLive } from './storefront.ts'

export interface Account {
  readonly email: string
  readonly password: string
}

/** An account that nobody has yet. */
export function newPerson(): Account {
  return { email: `${randomUUID()}@example.org`, password: 'a good long password' }
}

/** Makes an account, as if on some other device. */
export async function makeAccount(shop: { url: string }): Promise<Account> {
  const person = newPerson()
  const { status } = await authCall(shop.url, 'sign-up/email', { ...person, name: 'Ada' })
  expect(status, 'signing up').toBe(200)
  return person
}

export function passwordField(page: Page): Locator {
  return page.getByLabel('Password', { exact: true })
}

export function signInButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Sign in' })
}

/** Types into the form of the sign-in page and sends it. */
export async function enter(page: Page, { email, password }: Account): Promise<void> {
  await emailField(page).fill(email)
  await passwordField(page).fill(password)
  await signInButton(page).click()
}

/** Signs in, and waits until the shop has let one in. */
export async function signIn(page: Page, account: Account, next?: string): Promise<void> {
  await openLive(page, next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`)
  await enter(page, account)
  await expect(page).toHaveURL(next ?? '/account')
  await expectSignedIn(page)
}

/** The way to one's account in the header; for a guest, the way to sign in. */
export function accountLink(page: Page): Locator {
  return page.getByRole('banner').getByRole('link', { name: /^(Sign in|Account)$/ })
}

export async function expectSignedIn(page: Page): Promise<void> {
  await expect(accountLink(page)).toHaveText(/Account$/)
  await expect(accountLink(page)).toHaveAccessibleName('Account')
}

export async function expectGuest(page: Page): Promise<void> {
  await expect(accountLink(page)).toHaveAccessibleName('Sign in')
}

/** The link in the newest mail to an address, as soon as there is one. */
export async function linkInMailTo(shop: { url: string }, email: string): Promise<string> {
  let link: string | undefined
  await expect
    .poll(async () => {
      const { body } = await call(shop.url, '/dev/mailbox', { headers: { Accept: 'application/json' } })
      const mails = body.mails as { to: string; text: string }[]
      link = mails.find(({ to }) => to === email)?.text.match(/https?:\/\/\S+/)?.[0]
      return link
    })
    .toBeDefined()
  const { pathname, search, hash } = new URL(link ?? '')
  return pathname + search + hash
}
