/** The orders that the list of products can be read in. */
export const productSorts = ['name', 'price', '-price', 'newest'] as const
export type ProductSort = (typeof productSorts)[number]
