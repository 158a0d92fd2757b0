import type { ReactNode } from 'react'
import { plural } from './language.ts'

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
  noneFitsWhy: 'Search by a whole order number or a part of an e-mail address.',
  caption: 'Orders, newest first',
  columns: { order: 'Order', when: 'When', who: 'Who', pieces: 'Pieces', total: 'Total', status: 'Status' },
  aGuest: 'A guest',
  aCustomer: 'A customer',
  pieces: (count: number) => plural(count, { one: '1 piece', other: `${count} pieces` }),

  loading: 'Loading the order',
  noSuch: 'There is no such order',
  failed: 'The order could not be loaded',
  mistyped: 'The address may be mistyped.',
  allOrders: 'All orders',
  tryAgain: 'Try again',
  orderNumber: (id: string) => `Order ${id}`,
  who: 'Who',
  receiptTo: 'Receipt to',
  receiptToNobody: 'Nobody: no address was given, or it was forgotten',
  bought: 'What was bought',
  total: 'Total',

  cancellation: 'Cancellation',
  cancel: 'Cancel this order',
  cancelQuestion: (question: (words: string) => ReactNode, pieces: string) => (
    <>
      {question('Cancel this order?')} Its {pieces} go back in stock at once. A cancelled order stays
      cancelled.
    </>
  ),
  cancelYes: 'Yes, cancel it',
  cancelNo: 'Keep it',
  cancelled: (pieces: string) => `Cancelled. Its ${pieces} are in stock again.`,
  wasCancelled: (pieces: string) => `This order is cancelled. Its ${pieces} went back in stock.`,
  cancelledBefore: 'It had been cancelled already. Its pieces came back then; nothing moved now.',
  perhapsCancelled: 'It is not known to be cancelled',
  cancelAgain: (why: string) => `${why} Cancelling again is safe: stock comes back once.`,
}
