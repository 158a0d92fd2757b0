import type { ReactNode } from 'react'
import { number, plural } from './language.ts'

/** A shopper's own orders. */
export const orderTexts = {
  order: 'Your order',
  orders: 'Your orders',
  thanks: 'Thank you. It is yours.',
  wasCancelled: 'This order was cancelled.',
  cancelled: 'Cancelled',
  wentBack: 'Everything below went back to the shelf.',
  wasTaken: 'Everything below was on the shelf and has been taken from it for you.',
  ordered: 'Ordered',
  number: 'Order number',
  orderNumber: (order: string) => `Order ${order}`,
  bought: 'What you bought',
  total: 'Total',
  whatNext: 'What happens next',
  nextSteps: [
    {
      title: 'It is set aside',
      words: 'Nobody else can buy these pieces. Other shoppers have seen them go.',
    },
    {
      title: 'The shop knows of it',
      words: 'It is in the shop’s list under the number above. A sample shop charges and sends nothing.',
    },
    {
      title: 'You look it up here',
      words: 'This page always shows how it stands, also when it is cancelled.',
    },
  ],
  print: 'Print the receipt',
  /** The names of the first products, and how many more there are. */
  summary: (names: readonly string[], more: number) =>
    more > 0 ? `${names.join(', ')} and ${number(more)} more` : names.join(' and '),
  loadingOrder: 'Loading the order',
  loadingOrders: 'Loading your orders',
  noAnswer: 'The shop did not answer',
  tryAgain: 'Try again',
  ordersFailed: 'Your orders could not be loaded. None of them is lost.',
  orderFailed: 'Only this page could not be loaded; your order may well be there.',
  orderFailedKeep:
    'Only this page could not be loaded; your order may well be there. Keep the address of this page, and try again to see it.',
  noneTitle: 'No orders yet',
  none: 'What you order while you are signed in is kept here.',
  seeStock: 'See what is in stock',
  showOlder: 'Show older orders',
  loading: 'Loading',
  moreFailed: 'More could not be loaded. Please try again.',
  allOrders: 'All your orders',
  noOrder: 'No order at this address',
  noOrderForGuest:
    'If it is in your account, sign in to see it. A guest’s order is opened by the secret part of its address, from “orders” to the very end.',
  notYours: 'It is none of yours, or its address was not copied whole.',
  noScript:
    'Without the secret part of its address, an order is shown only to whoever is signed in; that needs JavaScript.',
  signIn: 'Sign in',
  backToShop: 'Back to the shop',
  keep: 'Keep this order',
  keepInAnAccount: 'Keep this order in an account',
  keepInYourAccount: 'Keep this order in your account',
  kept: 'This order is kept in your account',
  keptElsewhere: 'This order is kept in another account.',
  keepFailed: 'The order could not be put into your account. Please try again.',
  buyAgain: 'Buy again',
  addedAgain: (count: number, link: ReactNode) => (
    <>
      {plural(count, {
        one: '1 piece put into your cart.',
        other: `${number(count)} pieces put into your cart.`,
      })}{' '}
      {link}
    </>
  ),
  nothingAddedAgain: 'Nothing was put into your cart.',
  viewCart: 'View cart',
  whyNot: {
    notChecked: (name: string) => `${name} could not be checked; please try again.`,
    soldOut: (name: string) => `${name} is sold out.`,
    doesNotFit: (name: string) => `${name} does not fit into your cart any more.`,
    onlySome: (name: string, added: number, wanted: number) =>
      `${name}: only ${number(added)} of ${number(wanted)}, which is all there is.`,
    haveLastOne: (name: string) => `${name}: your cart already has the last one.`,
    haveAll: (name: string, count: number) =>
      `${name}: your cart already has all there is, ${number(count)}.`,
  },
}
