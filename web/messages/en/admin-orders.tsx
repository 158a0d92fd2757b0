import type { ReactNode } from 'react'
import { number, plural } from './language.ts'

/** The owner's orders. */
export const adminOrderTexts = {
  orders: 'Orders',
  search: 'Order number or e-mail',
  statusLabel: 'Status',
  all: 'All',
  status: { placed: 'Placed', cancelled: 'Cancelled' },
  loadingList: 'Loading the orders',
  noneYet: 'No orders yet',
  noneYetWhy: 'The first one will be here as soon as somebody buys.',
  noneFits: 'No order fits',
  noneFitsWhy: 'Search by a whole order number, such as 7F3A-91C2, or by a part of an e-mail address.',
  caption: 'Orders, newest first',
  columns: { order: 'Order', when: 'When', who: 'Who', pieces: 'Pieces', total: 'Total', status: 'Status' },
  aGuest: 'A guest',
  aCustomer: 'A customer',
  pieces: (count: number) => plural(count, { one: '1 piece', other: `${number(count)} pieces` }),

  loading: 'Loading the order',
  noSuch: 'There is no such order',
  failed: 'The order could not be loaded',
  mistyped: 'The address may be mistyped.',
  allOrders: 'All orders',
  tryAgain: 'Try again',
  orderNumber: (order: string) => `Order ${order}`,
  who: 'Who',
  email: 'E-mail',
  noEmail: 'None was given, or it was forgotten',
  bought: 'What was bought',
  total: 'Total',

  cancellation: 'Cancellation',
  cancel: 'Cancel this order',
  cancelQuestion: (question: (words: string) => ReactNode, pieces: number) => (
    <>
      {question('Cancel this order?')}{' '}
      {plural(pieces, {
        one: 'Its one piece goes back in stock at once.',
        other: `Its ${number(pieces)} pieces go back in stock at once.`,
      })}{' '}
      A cancelled order stays cancelled.
    </>
  ),
  cancelYes: 'Yes, cancel it',
  cancelNo: 'Keep it',
  cancelled: (pieces: number) =>
    plural(pieces, {
      one: 'Cancelled. Its one piece is in stock again.',
      other: `Cancelled. Its ${number(pieces)} pieces are in stock again.`,
    }),
  wasCancelled: (pieces: number) =>
    plural(pieces, {
      one: 'This order is cancelled. Its one piece went back in stock.',
      other: `This order is cancelled. Its ${number(pieces)} pieces went back in stock.`,
    }),
  cancelledBefore: 'It had been cancelled already. Its pieces came back then; nothing moved now.',
  perhapsCancelled: 'It is not known to be cancelled',
  cancelAgain: (why: string) => `${why} Cancelling again is safe: stock comes back once.`,
}
