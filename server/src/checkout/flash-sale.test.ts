import { expect, test } from 'vitest'
import { stockOf } from '../testing/api-client.ts'
import { atOnce } from '../testing/at-once.ts'
import { tradeInProcesses } from '../testing/trade-in-processes.ts'

const units = 100
const buyers = 5_000
const buyersAtOnce = 200

test('5,000 buyers with 20,000 requests for 100 units: exactly 100 are sold, and each key buys once', async () => {
  const print = { name: 'Print', stock: units }
  const shop = await tradeInProcesses([print], async ({ nextUrl, productIds, client }) => {
    const items = productIds.map((productId) => ({ productId, quantity: 1 }))
    const press = (key: string) => client.buy(nextUrl(), items, key)
    await atOnce(buyersAtOnce, Array(buyers).keys(), async (buyer) => {
      const key = `buyer-${buyer}`
      await Promise.all([press(key), press(key)])
      await press(`${key}-again`)
      await press(key)
    })
    const answers = client.log.map(({ answer }) => answer)
    expect(answers).toHaveLength(4 * buyers)
    expect(new Set(client.log.map(({ answer, failure }) => answer?.status ?? failure))).toEqual(
      new Set([201, 409]),
    )
    expect(answers.filter((answer) => answer?.replayed)).toHaveLength(2 * buyers)
    const bought = answers.filter((answer) => answer?.status === 201)
    expect(new Set(bought.map((answer) => JSON.parse(answer?.text ?? '').order.id)).size).toBe(units)
  })
  expect(await stockOf(shop.url, 'print')).toEqual({ stock: 0, version: 1 + units })
}, 240_000)
