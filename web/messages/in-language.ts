type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/**
 * Plural forms and numbers as a language has them.
 *
 * @param digits `own` where they are not 0 to 9, as in Persian
 */
export function inLanguage(locale: string, digits: 'common' | 'own' = 'common') {
  const rules = new Intl.PluralRules(locale)
  let numbers: Intl.NumberFormat | undefined
  return {
    /** The form for a count, such as `one` or `few`; `other` where the language has no more. */
    plural: (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other,
    /** A whole number, such as `10,000`. */
    number: (value: number): string => {
      // A browser's first format takes ten milliseconds, and every page writes how much is in the cart.
      if (digits === 'common' && value >= 0 && value < 1_000) return String(value)
      numbers ??= new Intl.NumberFormat(locale)
      return numbers.format(value)
    },
    /** Several in a row, such as `oak, ash and elm`. */
    listing: (several: readonly string[]): string => new Intl.ListFormat(locale).format(several),
  }
}
