/** The parts of the board, by the address that each has of its own. */
export const groups = {
  foundations: 'Foundations',
  controls: 'Controls',
  browsing: 'Finding one’s way',
  products: 'Products',
  buying: 'Cart and checkout',
  messages: 'What is said',
  'on-the-way': 'On the way',
} as const

export type GroupId = keyof typeof groups

export const groupIds = Object.keys(groups) as GroupId[]
