/** What the shop is called. */
export const shopTexts = {
  name: 'Onhand',
  /** In the title of a window. */
  pageTitle: (page: string) => `${page} · Onhand`,
}
