import type { MovementCause } from '@onhand/contract/stock-movements'
import type { ReactNode } from 'react'
import { number, plural } from './language.ts'

/** The owner's stock: movements, counts and the ledger. */
export const adminStockTexts = {
  onHand: (count: ReactNode) => <>{count} on hand</>,
  moves: { receive: 'Receive', adjust: 'Adjust', count: 'Count' },
  pieces: { receive: 'Pieces that came', adjust: 'Change, such as −2 or 3', count: 'Pieces counted' },
  begunAt: (count: number) => `Begun at ${number(count)} on hand.`,
  reason: 'Reason',
  reasons: {
    receipt: 'Receipt',
    return: 'Return',
    damage: 'Damage',
    loss: 'Loss',
    correction: 'Correction',
    count: 'Count',
    sale: 'Sale',
    cancellation: 'Cancellation',
  },
  note: 'Note',
  book: 'Book it',
  close: 'Close',

  wholeNumber: 'Type a whole number.',
  tooMany: 'That is more than one movement may hold: 1,000,000.',
  countBelowZero: 'Nobody counts less than 0.',
  nothingWouldMove: 'With 0 nothing would move.',
  receivingBrings: 'Receiving brings pieces. To take some away, adjust.',
  piecesGo: {
    damage: 'With damage, pieces go: write it with a minus.',
    loss: 'With loss, pieces go: write it with a minus.',
  },
  cannotGo: (wanted: number, available: number) =>
    `${number(wanted)} cannot go: only ${number(available)} on hand.`,
  tooMuch: (max: number) => `There would be more of it than the shop can keep: ${number(max)} pieces.`,

  /** `+3`, `−2`. */
  change: (delta: number) => (delta < 0 ? `−${number(-delta)}` : `+${number(delta)}`),
  /** @param change such as `+3` */
  booked: (reason: string, change: string, before: number, after: number) =>
    `${reason} booked: ${change}, from ${number(before)} to ${number(after)} on hand.`,
  countIsRight: (count: number) => `The count is right: ${number(count)} on hand. Nothing moved.`,
  nothingBooked: 'Nothing was booked',
  noAnswer: 'The shop has not answered',
  perhapsBooked: (movements: ReactNode) => (
    <>
      It may have been booked or not. Booking just the same again is safe: it counts once. Before you book
      anything else, look at {movements}.
    </>
  ),
  itsMovements: 'its movements (in another tab)',

  overtaken: (counted: number, now: number) =>
    `You counted ${number(counted)}, and it moved meanwhile: ${number(now)} on hand now.`,
  /** What happened meanwhile, each in a line of its own. */
  meanwhile: {
    sale: (pieces: number) => plural(pieces, { one: '1 was sold.', other: `${number(pieces)} were sold.` }),
    cancellation: (pieces: number) =>
      plural(pieces, {
        one: '1 came back with a cancelled order.',
        other: `${number(pieces)} came back with cancelled orders.`,
      }),
    receipt: (pieces: number) =>
      plural(pieces, { one: '1 was received.', other: `${number(pieces)} were received.` }),
    return: (pieces: number) =>
      plural(pieces, { one: '1 was returned.', other: `${number(pieces)} were returned.` }),
    damage: (pieces: number) =>
      plural(pieces, { one: '1 was booked as damaged.', other: `${number(pieces)} were booked as damaged.` }),
    loss: (pieces: number) =>
      plural(pieces, { one: '1 was booked as lost.', other: `${number(pieces)} were booked as lost.` }),
    correction: (_pieces: number, change: string) => `It was corrected by ${change}.`,
    count: (_pieces: number, change: string) => `Another count changed it by ${change}.`,
  },
  evenedOut: 'What was changed meanwhile evened out.',
  wentTo: (before: number, now: number) => `It went from ${number(before)} to ${number(now)}.`,
  countComesTo: (begun: number, count: number) =>
    `Nothing was overwritten. There were ${number(begun)} when you began, so your count comes to ${number(count)} by now.`,
  countNoLongerFits: (begun: number) =>
    `Nothing was overwritten. There were ${number(begun)} when you began, so the count no longer fits: count again.`,
  countAgain: 'Count again',
  setTo: (count: number) => `Set it to ${number(count)}`,
  leaveAt: (count: number) => `Leave it at ${number(count)}`,

  movements: 'Movements',
  loading: 'Loading the movements',
  showNewer: (count: number) => `Show ${number(count)} newer`,
  none: 'Nothing has come or gone yet. Receive the first pieces above.',
  caption: (name: string) => `Movements of ${name}, newest first`,
  columns: {
    when: 'When',
    who: 'Who',
    why: 'Why',
    change: 'Change',
    level: 'Before → after',
    note: 'Note and cause',
  },
  /** What brought the goods, where it was no order. */
  causes: {
    'back office': 'By hand',
    'opening stock': 'With the new product',
    'sample catalog': 'With the sample catalog',
  } satisfies Record<MovementCause, string>,
  ofOrder: (order: string) => `Order ${order}`,
  /** Read out in the place of the arrow. */
  to: 'to',
  aShopper: 'A shopper',
  theShop: 'The shop',
  goneAccount: 'Somebody whose account is gone',
}
