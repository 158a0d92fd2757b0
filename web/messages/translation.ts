import type { ReactElement, ReactNode } from 'react'

/**
 * The shape of messages, whatever they say: what a translation has to have, no more and no less. A text is a text, a
 * message with values takes the same values, and what is marked up in English may be marked up otherwise.
 */
export type Translation<Messages> = Messages extends string
  ? string
  : Messages extends ReactElement
    ? ReactNode
    : Messages extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Messages extends (...values: infer Values) => unknown
        ? (...values: Values) => ReactNode
        : { readonly [Key in keyof Messages]: Translation<Messages[Key]> }
