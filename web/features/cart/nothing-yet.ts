/** Keeps the place of what is not known yet, so that nothing moves when it comes. */
export const nothingYet = '\u00a0'
