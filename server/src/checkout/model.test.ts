import fc, { type AsyncCommand } from 'fast-check'
import { expect, test } from 'vitest'
import { addTestProducts } from '../testing/add-test-product.ts'
import { createBuyingClient } from '../testing/buying-client.ts'
import { fastCheckSettings } from '../testing/fast-check-settings.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { ModelShop } from '../testing/model/model-shop.ts'
import { list } from '../testing/model/other-commands.ts'
import { type Door, RealShop } from '../testing/model/real-shop.ts'
import { shopCommand } from '../testing/model/shop-commands.ts'
import { openTestShop, startTestShop } from '../testing/start-test-shop.ts'
import { watchStock } from '../testing/watch-stock.ts'

const socketsMax = 8
/** Looking for the shortest way to a failure ends here. */
const searchMaxMs = 60_000

const stocks = [0, 3, 8, 40]
type ShopCommand = AsyncCommand<ModelShop, RealShop>
const settings = fastCheckSettings()

test(
  'whatever happens in whatever order, the shop answers as a plain shop in memory does',
  async () => {
    const door = await openDoor()
    const watch = watchStock(() => door.shop.url)
    let run = 0
    let lastRun: Promise<void> | undefined
    const happen = async (chosen: Iterable<ShopCommand>): Promise<void> => {
      run += 1
      const model = modelOf(run)
      const real = await stockShop(door, model, run)
      await fc.asyncModelRun(() => ({ model, real }), chosen)
      await list(false).run(model, real)
    }
    const commands = fc.commands([shopCommand(stocks.length)], { ...settings, size: '+1' })
    const property = fc.asyncProperty(commands, (chosen) => {
      lastRun = happen(chosen)
      return lastRun
    })
    await fc.assert(property, { interruptAfterTimeLimit: searchMaxMs, ...settings })
    // Where time was up, it is under way still.
    await lastRun
    expect(run).toBeGreaterThan(0)
    await checkGuarantees(door.shop.database.db, { log: door.client.log, watches: [watch] })
  },
  2 * searchMaxMs,
)

async function openDoor(): Promise<Door> {
  let shop = await startTestShop()
  return {
    client: createBuyingClient(socketsMax),
    get shop() {
      return shop
    },
    async restart() {
      await shop.close()
      shop = await openTestShop(shop.databaseUrl)
    },
  }
}

function modelOf(run: number): ModelShop {
  return new ModelShop(
    stocks.map((stock, place) => {
      return { name: `Thing ${place} of ${run}`, price: 100 * (place + 1), stock, version: stock > 0 ? 1 : 0 }
    }),
  )
}

async function stockShop(door: Door, model: ModelShop, run: number): Promise<RealShop> {
  const category = `run-${run}`
  const products = model.products.map(({ name, price, stock }) => ({ name, price, stock, category }))
  return new RealShop(door, category, await addTestProducts(door.shop, products))
}
