/** An amount in minor units as one types it: `12.50`. */
export function moneyText(amount: number, currency: string): string {
  const digits = fractionDigitsOf(currency)
  return (amount / 10 ** digits).toFixed(digits)
}

/** What was typed, in minor units; undefined when it is no amount of this currency. A point or a comma sets the fraction apart. */
export function readMoney(text: string, currency: string): number | undefined {
  const match = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const [, whole = '', fraction = ''] = match
  const digits = fractionDigitsOf(currency)
  if (fraction.length > digits) return undefined
  return Number(whole + fraction.padEnd(digits, '0'))
}

function fractionDigitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
