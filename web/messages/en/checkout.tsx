import type { ReactNode } from 'react'
import { number, plural } from './language.ts'

/** From the cart to an order. */
export const checkoutTexts = {
  orderSummary: 'Order summary',
  showOrder: 'Show the order',
  hideOrder: 'Hide the order',
  buying: 'What you are buying',
  lines: 'Lines of the order',
  loadPricesAgain: 'Load prices again',
  details: 'Your details',
  guestHint: 'For questions about the order. No mail is sent: the confirmation page is your receipt.',
  shopperHint: 'For questions about the order. No mail is sent: the order is kept in your account.',
  email: 'E-mail',
  name: 'Name',
  emailMissing: 'Give an e-mail address to go with the name, or clear the name.',
  /** What the shop refused, which this page would have taken. */
  refused: {
    email: 'The shop does not take this address. Write it like ada@example.org, or leave it empty.',
    name: 'The shop does not take this name. Write it in letters and spaces, or leave it empty.',
  },
  nameTooLong: (length: number, max: number) =>
    `This name has ${number(length)} characters, and there is room for ${number(max)}. Shorten it.`,
  toCorrect: (count: number) =>
    plural(count, { one: 'One thing to correct', other: `${number(count)} things to correct` }),
  placeOrder: 'Place order',
  placing: 'Placing your order',
  allOrNothing: (link: ReactNode) => (
    <>
      Either all of it is ordered, or nothing is. This is a sample shop: nothing is charged, and nothing is
      sent. {link}
    </>
  ),
  aboutDelivery: 'About delivery',
  nothingTitle: 'There is nothing to check out',
  nothing: 'Your cart is empty.',
  seeStock: 'See what is in stock',
  placed: 'Your order is placed. Opening its confirmation.',
  retryingTitle: 'We could not reach the shop',
  retrying:
    'Your order may or may not have gone through. Trying again in a way that cannot order anything twice.',
  missing: 'Not everything is there any more',
  missingNothingOrdered: 'Not everything is there any more, so nothing was ordered',
  takeWhatIsLeft: 'Take what is left',
  noneLeft: (name: string, wanted: number) => `${name}: none left, you want ${number(wanted)}`,
  onlyLeft: (name: string, left: number, wanted: number) =>
    `${name}: only ${number(left)} left, you want ${number(wanted)}`,
  unansweredTitle: 'The shop has not answered your order',
  unanswered:
    'It may or may not have gone through. Trying again is safe: it is the same order and counts once. Starting over could order twice.',
  tryAgain: 'Try again',
  startOver: 'Start over',
  notPlaced: 'The order was not placed',
  notPlacedSignedOut: 'The order was not placed: you have been signed out',
  signInAgain: 'Sign in again',
  cartIsKept: 'Your cart is kept in your account.',
  pricesChanged: (count: number) =>
    plural(count, {
      one: 'A price has changed, so nothing was ordered',
      other: 'Prices have changed, so nothing was ordered',
    }),
  priceNow: (name: string, now: ReactNode, before: ReactNode) => (
    <>
      {name}: now {now}, was {before}
    </>
  ),
  totalIsRight: 'The total is right again. Place the order if that is fine with you.',
}
