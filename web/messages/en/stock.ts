import { number } from './language.ts'

/** How much there is, and whether that is live. */
export const stockTexts = {
  soldOut: 'Sold out',
  lastOne: 'Last one',
  /** The figure is set apart and marked when it changes, wherever it stands. */
  onlyLeft: (count: number) => `Only ${number(count)} left`,
  inStock: (count: number) => `${number(count)} in stock`,
  noLongerSold: 'No longer sold',
  nowSoldOut: (name: string) => `${name} is sold out.`,
  nowNoLongerSold: (name: string) => `${name} is no longer sold.`,
  nowBack: (name: string) => `${name} is back in stock.`,
  status: { live: 'Live', polling: 'Almost live', connecting: 'Connecting', offline: 'Not live' },
  /** Read out before the status. */
  statusOf: 'Stock:',
  polling: 'Updated every few seconds',
  pollingAfterStatus: ', updated every few seconds',
  connection: 'Connection',
  behind: 'Stock may be behind.',
  behindWhy: 'The live connection is down and comes back by itself.',
  behindAloud: 'The live connection is down. Stock may be behind.',
}
