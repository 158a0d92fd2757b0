import type { ReactNode } from 'react'
import { number, plural } from './language.ts'

/** Signing up, in and out, and one's own account. */
export const accountTexts = {
  noScript: 'Accounts need JavaScript. Please switch it on, and load this page again.',
  nav: 'Account',
  account: 'Account',
  orders: 'Orders',
  loading: 'Loading your account',
  noAnswer: 'The shop did not answer',
  tryAgain: 'Try again',
  notKnown: 'It is not known whether you are signed in.',
  notSignedIn: 'You are not signed in',
  signInToSee: 'Sign in to see this page.',

  you: 'You',
  signInAs: (email: ReactNode) => <>You sign in as {email}.</>,
  shop: 'The shop',
  room: 'The owner’s room',
  passwordPart: 'Password',
  signingOut: 'Signing out',
  leaving: 'Leaving',

  name: 'Name',
  nameHint: 'What we call you.',
  saveName: 'Save the name',
  savingName: 'Saving the name',
  nameChanged: 'Your name is changed',
  nameRemoved: 'Your name is removed',

  currentPassword: 'Current password',
  newPassword: 'New password',
  changePassword: 'Change password',
  changingPassword: 'Changing the password',
  passwordChanged: 'Your password is changed',
  signedOutElsewhere: 'You are signed out on all other devices.',
  notCurrentPassword: 'This is not your current password.',

  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  cartStays: 'Your cart stays in your account, and nothing of it on this device.',
  stillSignedIn: (why: string) => `You are still signed in. ${why}`,
  signedOut: 'You are signed out',
  signedOutEverywhere: 'You are signed out everywhere',
  cartIsKept: 'Your cart is kept in your account.',

  deleteAccount: 'Delete my account',
  deleteTitle: 'Delete your account for good?',
  deleteMeans:
    'Your name, your e-mail and your kept cart are erased. Your orders stay in the shop’s books without you, so you cannot see them any more. This cannot be undone.',
  deleteForGood: 'Delete for good',
  deleting: 'Deleting your account',
  keepAccount: 'Keep my account',
  yourPassword: 'Your password',
  notYourPassword: 'This is not your password.',
  accountDeleted: 'Your account is deleted',

  email: 'E-mail',
  password: 'Password',
  passwordRule: (min: number) => `At least ${number(min)} characters, whichever you like, spaces too.`,
  emailMissing: 'Please type your e-mail address.',
  passwordMissing: 'Please type your password.',
  passwordTooLong: (length: number, max: number) =>
    `This has ${number(length)} characters. A password has at most ${number(max)}.`,
  passwordTooShort: (length: number, min: number) =>
    plural(length, {
      one: `This is 1 character. A password needs at least ${number(min)}.`,
      other: `These are ${number(length)} characters. A password needs at least ${number(min)}.`,
    }),
  nameTooLong: (length: number, max: number) =>
    `This name has ${number(length)} characters. Shorten it to ${number(max)}.`,
  /** What the shop refused, which this page would have taken. */
  refused: {
    name: 'The shop does not take this name. Use letters and spaces, or leave it empty.',
    email: 'The shop does not take this address. Write it like ada@example.org.',
    password: 'The shop does not take this password. Type it again, or choose another.',
    currentPassword: 'The shop does not take this as your current password. Type it again.',
    newPassword: 'The shop does not take this password. Choose another, of letters, digits and spaces.',
  },

  signIn: 'Sign in',
  signInLead: 'Your cart and your orders, on every device.',
  signInBusy: 'Signing in',
  notTogether: 'E-mail and password do not belong together.',
  forgotten: 'Forgotten the password?',
  newHere: 'New here?',

  createAccount: 'Create an account',
  createLead: 'It keeps your orders, and one cart on all your devices. You can always buy without one.',
  create: 'Create account',
  creating: 'Creating your account',
  haveAccount: 'Have an account?',
  lookIntoMail: 'Please look into your mail',
  setNewPassword: 'Set a new password',
  notSignedInYet: 'You are not signed in yet',
  mayHaveAccount: (email: string) =>
    `If ${email} has an account already, sign in with its password, or set a new one.`,

  forgottenPassword: 'Forgotten password',
  forgottenLead: 'We send you a link to choose a new one.',
  sendLink: 'Send the link',
  sendingLink: 'Sending the link',
  backToSignIn: 'Back to sign in',
  linkOnItsWay: (email: string) =>
    `If ${email} has an account, a link to choose a new password is on its way. It works once, within an hour.`,

  choosePassword: 'Choose a new password',
  chooseLead: 'Afterwards, you sign in with it on all your devices.',
  setPassword: 'Set the password',
  settingPassword: 'Setting the password',
  passwordIsSet: 'Your new password is set',
  signInWithIt: 'You are signed out everywhere. Sign in with the new password.',
  linkDead: 'This link does not work any more',
  linkDeadWhy: 'It works once, within an hour, and only whole. Nothing was changed.',
  newLink: 'Ask for a new link',

  unreachable: 'The shop could not be reached. What you typed is still here: please try again.',
  /** @param again when to try again, a sentence */
  tooManyTries: (again: string) => `Too many tries. ${again}`,
  busy: (again: string) => `The shop is very busy. ${again}`,
  signedOutMeanwhile: 'You have been signed out meanwhile. Please sign in again.',
  somethingWrong: 'Something went wrong in the shop. Please try again.',
  again: {
    soon: 'Please try again in a moment.',
    inSeconds: (count: number) =>
      plural(count, {
        one: 'Please try again in 1 second.',
        other: `Please try again in ${number(count)} seconds.`,
      }),
    inMinutes: (count: number) =>
      plural(count, {
        one: 'Please try again in 1 minute.',
        other: `Please try again in ${number(count)} minutes.`,
      }),
  },
}
