import { orderReply } from '@onhand/contract/orders'
import { hashAccessToken } from '../../orders/record-orders.ts'
import type { LoggedCheckout } from '../buying-client.ts'
import type { Records } from './read-records.ts'

/** G4: an order that was answered is in the database, whole, is what was asked for, and its token opens it. */
export function findLostOrders({ orders }: Records, log: readonly LoggedCheckout[]): string[] {
  return log.flatMap(({ answer, items }) => {
    if (answer?.status !== 201) return []
    const { order } = orderReply.parse(JSON.parse(answer.text))
    const row = orders.get(order.id)
    if (!row) return [`G4: order ${order.id} was answered and is not there`]
    const findings: string[] = []
    if (row.access_token_hash !== hashAccessToken(order.accessToken ?? ''))
      findings.push(`G4: the token of order ${order.id} does not open it`)
    const lines = row.lines.map(({ product_id, quantity, unit_price }) => [product_id, quantity, unit_price])
    const answered = order.items.map(({ productId, quantity, unitPrice }) => [productId, quantity, unitPrice])
    if (JSON.stringify(lines) !== JSON.stringify(answered) || row.total !== order.total)
      findings.push(`G4: order ${order.id} is not what was answered`)
    const asked = items.map(({ productId, quantity }) => [productId, quantity])
    if (JSON.stringify(asked) !== JSON.stringify(answered.map((line) => line.slice(0, 2))))
      findings.push(`G4: order ${order.id} is not what was asked for`)
    return findings
  })
}
