/** What every page says about being signed in. */
export const sessionTexts = {
  signIn: 'Sign in',
  account: 'Account',
  signedOutTitle: 'You have been signed out',
  signedOut: 'Your cart is kept in your account: sign in again to see it.',
}
