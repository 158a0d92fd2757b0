/** A product's own page. */
export const productTexts = {
  breadcrumb: 'Breadcrumb',
  shop: 'Shop',
  /** @param shown what the picture shows */
  seeLarger: (shown: string) => `${shown}: see it larger`,
  smaller: 'Smaller',
  larger: 'Larger',
  close: 'Close',
  moreIn: (category: string) => `More in ${category}`,
  lookedAt: 'You looked at',
  loading: 'Loading the product',
  delivery: 'About delivery',
  returns: 'About returns',
}
