import type { CheckoutItem } from '@onhand/contract/checkout'
import type { BuyingClient, LoggedCheckout } from '../buying-client.ts'
import type { TestShop } from '../start-test-shop.ts'
import type { Wish } from './model-shop.ts'

/** The shop that is compared with the model. */
export class RealShop {
  /** Of the products of this run, in the model's order. */
  readonly productIds: readonly string[]
  /** The category of these products, and the beginning of this run's keys, so that no run meets another's. */
  readonly run: string
  /** What each key was first answered with. */
  readonly texts = new Map<string, string>()
  readonly #door: Door

  constructor(door: Door, run: string, productIds: readonly string[]) {
    this.#door = door
    this.run = run
    this.productIds = productIds
  }

  get shop(): TestShop {
    return this.#door.shop
  }

  idOf(place: number): string {
    return this.productIds[place] ?? 'prod_unknown'
  }

  buy(wishes: readonly Wish[], key?: string): Promise<LoggedCheckout> {
    const items: CheckoutItem[] = wishes.map((wish) => ({
      productId: this.idOf(wish.place),
      quantity: wish.quantity,
    }))
    return this.#door.client.buy(this.shop.url, items, key === undefined ? undefined : `${this.run}-${key}`)
  }

  restart(): Promise<void> {
    return this.#door.restart()
  }
}

/** The way into a shop that outlives the runs. */
export interface Door {
  readonly shop: TestShop
  readonly client: BuyingClient
  restart(): Promise<void>
}
