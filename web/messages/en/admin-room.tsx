import type { ReactNode } from 'react'

/** The owner's room: its door, and what all its pages share. */
export const roomTexts = {
  name: 'The owner’s room',
  nav: 'Owner’s room',
  products: 'Products',
  orders: 'Orders',
  toTheShop: 'To the shop',
  signOut: 'Sign out',
  stillSignedIn: 'You are still signed in',
  noAnswer: 'The shop did not answer.',

  looking: 'Looking who is there',
  signInAgain: 'Sign in again',
  signedOutMeanwhile: 'You were signed out meanwhile. What you typed is kept for when you are back.',
  whatFor: 'Products, stock and orders, for administrators. Sign in with an administrator’s account.',
  noAnswerTitle: 'The shop did not answer',
  tryAgain: 'Try again',
  notKnown: 'Who you are could not be asked.',
  ownersOnly: 'This room is the owner’s',
  backToShop: 'Back to the shop',
  signInAsAnother: 'Sign in as somebody else',
  notAdministrator: (email: ReactNode) => (
    <>
      You are signed in as {email}, a customer. Whoever runs the shop’s computer can make you an
      administrator:
    </>
  ),

  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show the password',
  signIn: 'Sign in',
  signingIn: 'Signing in',
  notSignedInYet: 'You are not signed in yet',
  notTogether: 'This e-mail address and this password do not belong together.',
  emailMissing: 'Type your e-mail address.',
  passwordMissing: 'Type your password.',

  /**
   * What a page of this version would have taken, and a newer shop does not.
   *
   * @param why in the API's own words, which are English: the owner is better told than left to guess
   */
  fieldRefused: (why: string) => `The shop says: ${why}.`,

  lists: {
    movements: { failed: 'The movements could not be loaded', more: 'More movements' },
    orders: { failed: 'The orders could not be loaded', more: 'More orders' },
    products: { failed: 'The products could not be loaded', more: 'More products' },
    currency: { failed: 'The shop’s currency could not be loaded', more: '' },
  },
}
