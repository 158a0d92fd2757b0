/**
 * Makes texts alike that a person takes for the same: lower case, compatible forms joined, accents off
 * (Unicode NFKD less its marks), so that `Café` is found by `cafe`.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
