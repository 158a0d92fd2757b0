export const ordersKey = ['admin', 'orders'] as const

export function orderKey(id: string): readonly string[] {
  return ['admin', 'order', id]
}
