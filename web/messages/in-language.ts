type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** Plural forms and numbers as a language has them. */
export function inLanguage(locale: string) {
  const rules = new Intl.PluralRules(locale)
  // Made on need: a browser's first one takes ten milliseconds, and not every page writes a number.
  let numbers: Intl.NumberFormat | undefined
  return {
    /** The form for a count, such as `one` or `few`; `other` where the language has no more. */
    plural: (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other,
    /** A whole number, such as `10,000`. */
    number: (value: number): string => {
      numbers ??= new Intl.NumberFormat(locale)
      return numbers.format(value)
    },
  }
}
