import { problems } from '../contract/src/problems.ts'
import {
  accountLink,
  enter,
  expectGuest,
  expectSignedIn,
  linkInMailTo,
  makeAccount,
  newPerson,
  passwordField,
  signIn,
  signInButton,
} from './account.ts'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { emailField, inMain, openLive } from './storefront.ts'

test('signs up from a page of the shop, comes back to it, and is known after a reload', async ({
  page,
  offer,
}) => {
  const { listPath } = await offer({ stock: 3 })
  const { email, password } = newPerson()
  await openLive(page, listPath)
  await accountLink(page).click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(passwordField(page)).toHaveAccessibleDescription(/At least 8 characters/)
  await emailField(page).fill(email)
  await passwordField(page).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(passwordField(page)).toHaveAccessibleDescription(/needs at least 8/)
  await expect(passwordField(page)).toBeFocused()
  await page.getByLabel(/^Name/).fill('Ada Lovelace')
  await passwordField(page).fill(password)
  await passwordField(page).press('Enter')
  await expect(page).toHaveURL(listPath)
  await expectSignedIn(page)
  await page.reload()
  await accountLink(page).click()
  await expect(inMain(page, email)).toBeVisible()
  await expect(page.getByLabel(/^Name/)).toHaveValue('Ada Lovelace')
})

test('a wrong password is told beside its field, and what was typed stays and can be looked at', async ({
  page,
  shop,
  expectComplaint,
}) => {
  expectComplaint(/status of 401/)
  const account = await makeAccount(shop)
  await openLive(page, '/sign-in')
  await signInButton(page).click()
  await expect(emailField(page)).toHaveAccessibleDescription('Please type your e-mail address.')
  await expect(emailField(page)).toBeFocused()
  await enter(page, { ...account, password: 'not my password' })
  await expect(passwordField(page)).toHaveAccessibleDescription('E-mail and password do not belong together.')
  await expect(passwordField(page)).toBeFocused()
  await expect(emailField(page)).toHaveValue(account.email)
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(passwordField(page)).toHaveAttribute('type', 'text')
  await expect(passwordField(page)).toHaveValue('not my password')
  await expectGuest(page)
  await enter(page, account)
  await expect(page).toHaveURL('/account')
})

test('no link makes signing in lead to another site', async ({ page, shop }) => {
  await openLive(page, '/sign-in?next=//evil.example/account')
  await enter(page, await makeAccount(shop))
  await expect(page).toHaveURL('/account')
  for (const next of ['/%5Cevil.example', 'https://evil.example', '/..//evil.example', '/%09/evil.example']) {
    await page.goto(`/sign-in?next=${next}`)
    await expect(page).toHaveURL('/account')
  }
})

test('who tries too often is told when to try again, and an outage costs nothing that was typed', async ({
  page,
  expectComplaint,
}) => {
  expectComplaint(/status of 429|net::ERR_/)
  const { email, password } = newPerson()
  const problem = { type: '', ...problems.too_many_requests, detail: '', code: 'too_many_requests' }
  let answer: 'throttled' | 'none' = 'throttled'
  await page.route('**/api/auth/sign-in/email', (route) =>
    answer === 'none'
      ? route.abort('connectionrefused')
      : route.fulfill({
          status: 429,
          headers: { 'Retry-After': '700' },
          json: { ...problem, requestId: 'r' },
        }),
  )
  await openLive(page, '/sign-in')
  await enter(page, { email, password })
  await expect(inMain(page, 'Too many tries. Please try again in 12 minutes.')).toBeVisible()
  answer = 'none'
  await signInButton(page).click()
  await expect(inMain(page, /could not be reached/)).toBeVisible()
  await expect(emailField(page)).toHaveValue(email)
  await expect(passwordField(page)).toHaveValue(password)
})

test('a forgotten password is chosen anew by mail, once', async ({ page, shop, expectComplaint }) => {
  expectComplaint(/status of 40[01]/)
  const { email } = await makeAccount(shop)
  await openLive(page, '/sign-in')
  await page.getByRole('link', { name: 'Forgotten the password?' }).click()
  // The page before has a field of that name as well.
  await expect(page).toHaveURL('/forgotten-password')
  await emailField(page).fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(inMain(page, 'Please look into your mail')).toBeVisible()
  const link = await linkInMailTo(shop, email)
  const renewed = { email, password: 'another good password' }
  for (const words of ['Your new password is set', 'This link does not work any more']) {
    await openLive(page, link)
    await expect(page).toHaveURL('/reset-password')
    await page.getByLabel('New password').fill(renewed.password)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await expect(inMain(page, words)).toBeVisible()
  }
  await signIn(page, renewed)
})

test('a shop that sends no mail says so, and promises no link', async ({ page, expectComplaint }) => {
  expectComplaint(/status of 501/)
  const problem = { type: '', ...problems.mail_not_set_up, detail: '', code: 'mail_not_set_up' }
  await page.route('**/api/auth/request-password-reset', (route) =>
    route.fulfill({ status: 501, json: { ...problem, requestId: 'r' } }),
  )
  await openLive(page, '/forgotten-password')
  await emailField(page).fill('kim@example.org')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(inMain(page, /This shop sends no mail/)).toBeVisible()
  await expect(inMain(page, 'Please look into your mail')).toBeHidden()
})

test('signing up with an address that has an account tells only its owner', async ({ page, shop }) => {
  const { email } = await makeAccount(shop)
  await openLive(page, '/sign-up')
  await emailField(page).fill(email)
  await passwordField(page).fill('a password of mine')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(inMain(page, 'You are not signed in yet')).toBeVisible()
  await expectGuest(page)
  expect(await linkInMailTo(shop, email)).toMatch('/sign-in')
})

test('a password is changed with the current one, and signs out the other devices', async ({
  page,
  shop,
  newShopper,
  expectComplaint,
}) => {
  expectComplaint(/status of 401/)
  const account = await makeAccount(shop)
  const phone = await newShopper()
  await signIn(phone, account)
  await signIn(page, account)
  const current = page.getByLabel('Current password')
  await current.fill('not my password')
  await page.getByLabel('New password').fill('another good password')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(current).toHaveAccessibleDescription('This is not your current password.')
  await current.fill(account.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password is changed')).toBeVisible()
  await expect(current).toHaveValue('')
  await phone.reload()
  await expect(inMain(phone, 'You are not signed in')).toBeVisible()
  await expectGuest(phone)
})

test('a name is changed on the account’s page, stays, and can be left empty', async ({ page, shop }) => {
  await signIn(page, await makeAccount(shop))
  await page.goto('/account')
  const name = page.getByLabel(/^Name/)
  await name.fill('  Ada Lovelace ')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByText('Your name is changed')).toBeVisible()
  await expectNoFindings(page)
  await page.reload()
  await expect(name).toHaveValue('Ada Lovelace')
  await name.fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your name is removed')).toBeVisible()
})

test('an account is deleted with its password after a second question', async ({
  page,
  shop,
  expectComplaint,
}) => {
  expectComplaint(/status of 401/)
  const account = await makeAccount(shop)
  await signIn(page, account)
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByRole('heading', { name: 'Delete your account for good?' })).toBeFocused()
  const password = page.getByLabel('Your password')
  await password.fill('not my password')
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(password).toHaveAccessibleDescription('This is not your password.')
  await password.fill(account.password)
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page).toHaveURL('/')
  await expectGuest(page)
  await openLive(page, '/sign-in')
  await enter(page, account)
  await expect(passwordField(page)).toHaveAccessibleDescription(/do not belong together/)
})

test('a guest’s pages ask nothing about accounts, and load nothing of them', async ({ page, offer }) => {
  const { path } = await offer({ stock: 3 })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  for (const address of ['/', path, '/cart', '/checkout']) await openLive(page, address)
  expect(asked.filter((name) => /\/api\/(auth|cart)|sign-|account/.test(name))).toEqual([])
})

test('without JavaScript the pages of an account say what is missing, and send no password', async ({
  newShopper,
  baseURL,
}) => {
  const page = await newShopper({ javaScriptEnabled: false })
  for (const path of ['/sign-in', '/sign-up', '/account', '/account/orders', '/orders/ord_any']) {
    await page.goto(`${baseURL}${path}`)
    await expect(inMain(page, /JavaScript/)).toBeVisible()
  }
  await page.goto(`${baseURL}/sign-in`)
  await expect(signInButton(page)).toBeDisabled()
})

test.describe('axe finds nothing, light or dark,', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('on the ways in, their mistakes included', async ({ page, expectComplaint }) => {
    expectComplaint(/status of 401/)
    await openLive(page, '/sign-in')
    await enter(page, newPerson())
    await expect(passwordField(page)).toHaveAttribute('aria-invalid', 'true')
    await expectNoFindings(page, 'main')
    await openLive(page, '/sign-up')
    await expectNoFindings(page, 'main')
  })

  test('on an account on a phone', async ({ page, shop }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await signIn(page, await makeAccount(shop))
    await page.getByRole('button', { name: 'Delete my account' }).click()
    await expectNoFindings(page, 'main')
  })
})
