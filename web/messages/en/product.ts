/** A product's own page. */
export const productTexts = {
  breadcrumb: 'Breadcrumb',
  shop: 'Shop',
  /** Read out after what the picture shows. */
  seeLarger: ': see it larger',
  smaller: 'Smaller',
  larger: 'Larger',
  close: 'Close',
  moreIn: (category: string) => `More in ${category}`,
  lookedAt: 'You looked at',
  loading: 'Loading the product',
}
