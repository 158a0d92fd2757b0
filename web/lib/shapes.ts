/**
 * Tells whether a value is as expected. For what is read while a page starts: what a browser's own pages keep and tell each
 * other, and what the stream of the stock says. The schemas, for the answers to all other questions, weigh more than the rest of the page.
 */
export type Shape<T> = (value: unknown) => value is T
/** What a shape lets through. */
export type Shaped<S> = S extends Shape<infer T> ? T : never

export const isAnything: Shape<unknown> = (_value): _value is unknown => true

export const isText: Shape<string> = (value) => typeof value === 'string'

export const isTruth: Shape<boolean> = (value) => typeof value === 'boolean'

export const isWhole: Shape<number> = (value): value is number => Number.isSafeInteger(value)

export function isOneOf<const T extends string | number>(...known: readonly T[]): Shape<T> {
  return (value): value is T => known.some((one) => one === value)
}

export function isListOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item)
}

/** What may be missing. */
export function isMaybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value)
}

/** An object with at least these members. */
export function isObjectOf<T extends object>(members: { [Name in keyof T]: Shape<T[Name]> }): Shape<T> {
  const names = Object.keys(members) as (keyof T)[]
  return (value): value is T =>
    typeof value === 'object' && value !== null && names.every((name) => members[name]((value as T)[name]))
}

export function isEither<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return (value): value is A | B => one(value) || other(value)
}
