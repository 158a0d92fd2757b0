import { number, plural } from './language.ts'

/** What any page may have. */
export const controlTexts = {
  oneLess: (label: string) => `One less: ${label}`,
  oneMore: (label: string) => `One more: ${label}`,
  /** After the first few of many things that are said aloud at once. */
  moreChanges: (count: number) =>
    plural(count, { one: 'And 1 more change.', other: `And ${number(count)} more changes.` }),
}
