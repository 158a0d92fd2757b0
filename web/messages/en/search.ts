/** The search in the header. */
export const searchTexts = {
  search: 'Search',
  searchTheShop: 'Search the shop',
}
