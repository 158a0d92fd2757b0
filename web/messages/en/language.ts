import { inLanguage } from '../in-language.ts'

/** As in `<html lang>`; prices, numbers and dates are written as it is usual there. */
export const locale = 'en-GB'

export const { plural, number, listing } = inLanguage(locale)
