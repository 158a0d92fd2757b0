import { isEither, isListOf, isObjectOf, isOneOf, isText, isTruth, type Shaped } from '../shapes.ts'

const isHello = isObjectOf({
  word: isOneOf('hello'),
  page: isText,
  productIds: isListOf(isText),
  /** Somebody looks at the page right now. */
  hurry: isTruth,
})

/** Said by a page: that it is there and shows these products, or that it goes. */
export const isPageWord = isEither(isHello, isObjectOf({ word: isOneOf('bye'), page: isText }))
export type PageWord = Shaped<typeof isPageWord>
