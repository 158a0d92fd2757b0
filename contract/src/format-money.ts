/**
 * Writes an amount the way readers of `locale` expect it.
 *
 * @param amount in minor units of `currencyCode`; how many of them make one is taken from ISO 4217 through Intl.
 */
export function formatMoney(amount: number, currencyCode: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: currencyCode })
  const fractionDigits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** fractionDigits)
}
