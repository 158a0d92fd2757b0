import { plural } from './language.ts'

/** What any page may have. */
export const controlTexts = {
  oneLess: (label: string) => `One less: ${label}`,
  oneMore: (label: string) => `One more: ${label}`,
  /** After the first few of many things that are said aloud at once. */
  moreChanges: (count: number) =>
    plural(count, { one: `And ${count} more change.`, other: `And ${count} more changes.` }),
}
