import type { ReactNode } from 'react'
import { plural } from './language.ts'

/** `2 were sold` */
const were = (did: string) => (count: number, signed: string) =>
  plural(count, { one: `${signed} was ${did}`, other: `${signed} were ${did}` })

/** The owner's stock: movements, counts and the ledger. */
export const adminStockTexts = {
  onHand: (count: ReactNode) => <>{count} on hand</>,
  moves: { receive: 'Receive', adjust: 'Adjust', count: 'Count' },
  pieces: { receive: 'Pieces that came', adjust: 'Change, such as −2 or 3', count: 'Pieces counted' },
  begunAt: (count: number) => `Begun at ${count} on hand.`,
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
  cannotGo: (wanted: number, available: number) => `${wanted} cannot go: only ${available} on hand.`,

  booked: (reason: string, change: string, before: number, after: number) =>
    `${reason} booked: ${change}, from ${before} to ${after} on hand.`,
  countIsRight: (count: number) => `The count is right: ${count} on hand. Nothing moved.`,
  nothingBooked: 'Nothing was booked',
  noAnswer: 'The shop has not answered',
  perhapsBooked: (movements: ReactNode) => (
    <>
      It may have been booked or not. Booking just the same again is safe: it counts once. Before you book
      anything else, look at {movements}.
    </>
  ),
  itsMovements: 'its movements (in another tab)',

  overtaken: (counted: number, meanwhile: string, now: number) =>
    `You counted ${counted}. Meanwhile ${meanwhile}: ${now} on hand now.`,
  meanwhile: {
    sale: were('sold'),
    cancellation: were('brought back by a cancelled order'),
    receipt: were('received'),
    return: were('returned'),
    damage: were('booked as damaged'),
    loss: were('booked as lost'),
    correction: were('corrected'),
    count: were('changed by another count'),
  },
  wentTo: (before: number, now: number) => `it went from ${before} to ${now}`,
  countComesTo: (begun: number, count: number) =>
    `Nothing was overwritten. There were ${begun} when you began, so your count comes to ${count} by now.`,
  countNoLongerFits: (begun: number) =>
    `Nothing was overwritten. There were ${begun} when you began, so the count no longer fits: count again.`,
  countAgain: 'Count again',
  setTo: (count: number) => `Set it to ${count}`,
  leaveAt: (count: number) => `Leave it at ${count}`,

  movements: 'Movements',
  loading: 'Loading the movements',
  showNewer: (count: number) => `Show ${count} newer`,
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
  /** Read out in the place of the arrow. */
  to: 'to',
  aShopper: 'A shopper',
  theShop: 'The shop',
  goneAccount: 'Somebody whose account is gone',
}
