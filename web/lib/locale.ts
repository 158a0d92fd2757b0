import { formatMoney } from '@onhand/contract/format-money'
import { locale, number } from '#messages/language.ts'

/** Writes an amount in minor units, such as `€68.00`. */
export function price(amount: number, currency: string): string {
  return formatMoney(amount, currency, locale)
}

/** Writes a whole number, such as `10,000`. */
export const count = number
