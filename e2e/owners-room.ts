import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { authCall, password } from '../server/src/testing/account-client.ts'
import { expect } from './fixtures.ts'
import type { ShopHandle } from './shop.ts'
import { inMain } from './storefront.ts'

/** Makes an account with `password`, an administrator's or a customer's. Returns its e-mail address. */
export async function makeAccount(shop: ShopHandle, role: 'admin' | 'customer'): Promise<string> {
  const email = `${randomUUID()}@example.org`
  const made = await authCall(shop.url, 'sign-up/email', { email, password, name: '' })
  expect(made.status).toBe(200)
  if (role === 'admin') expect(await shop.ask('promote', email)).toBe(true)
  return email
}

/** Signs in with the form that stands where one wanted to go. */
export async function signInHere(page: Page, email: string, typedPassword = password): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typedPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Enters the owner's room as a new administrator. */
export async function enterRoom(page: Page, shop: ShopHandle, path = '/admin'): Promise<void> {
  await page.goto(path)
  await signInHere(page, await makeAccount(shop, 'admin'))
  await expect(page.getByLabel('Password', { exact: true })).toBeHidden()
}

/** A product in the owner's list. */
export function rowOf(page: Page, product: { id: string }): Locator {
  return page.locator(`[data-product="${product.id}"]`)
}

/** Waits for the word of what was booked. */
export async function expectTold(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('dialog').getByText(words).or(inMain(page, words)).first()).toBeVisible()
}
