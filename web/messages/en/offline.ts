import { number, plural } from './language.ts'

/** The page that is shown without a connection. */
export const offlineTexts = {
  unreachable: 'The shop cannot be reached just now. This page goes on by itself when it can.',
  cartIsSafe: 'Your cart is safe on this device; its stock is looked up again then.',
  tryNow: 'Try now',
  inYourCart: 'In your cart',
  aProduct: 'A product',
  pieces: (count: number) => plural(count, { one: '1 piece', other: `${number(count)} pieces` }),
}
