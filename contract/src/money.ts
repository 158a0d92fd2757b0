import * as z from 'zod/mini'

/** An amount in the minor unit of its currency, such as cents. Never a fraction. */
export const money = z.int().check(z.gte(0))

/** An ISO 4217 currency code, such as `EUR`. */
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/))

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
