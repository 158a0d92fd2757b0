/** Made once: making one takes far longer than writing with it. */
const formats = new Map<string, Intl.NumberFormat>()

/**
 * Writes an amount the way readers of `locale` expect it.
 *
 * @param amount in minor units of `currencyCode`; how many of them make one is taken from ISO 4217 through Intl.
 */
export function formatMoney(amount: number, currencyCode: string, locale: string): string {
  const format = formatOf(currencyCode, locale)
  const fractionDigits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** fractionDigits)
}

function formatOf(currencyCode: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currencyCode}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: currencyCode })
  formats.set(key, format)
  return format
}
