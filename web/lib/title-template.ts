/** `%s` is what the page is about. */
export const titleTemplate = '%s · Onhand'
