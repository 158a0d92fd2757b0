/** What somebody wants of a product, by its place among the model's. A place without a product is an unknown one. */
export interface Wish {
  readonly place: number
  readonly quantity: number
}

export interface ModelProduct {
  readonly name: string
  readonly price: number
  stock: number
  version: number
}

/** What a checkout must be answered with. */
export type Expected =
  | { readonly status: 201; readonly bought: readonly Wish[]; readonly total: number }
  | { readonly status: 409; readonly short: ReadonlyArray<Wish & { available: number; version: number }> }
  | { readonly status: 404; readonly unknown: readonly Wish[] }
  | { readonly status: 422 }

/** The shop as one would write it if there were neither databases nor other people. */
export class ModelShop {
  readonly products: ModelProduct[]
  /** What each key was used for. */
  readonly keys = new Map<string, { readonly wishes: readonly Wish[]; readonly expected: Expected }>()

  constructor(products: readonly ModelProduct[]) {
    this.products = products.map((product) => ({ ...product }))
  }

  buy(wishes: readonly Wish[], key?: string): Expected {
    const earlier = key === undefined ? undefined : this.keys.get(key)
    if (earlier) {
      const isSame = JSON.stringify(earlier.wishes) === JSON.stringify(wishes)
      return isSame ? earlier.expected : { status: 422 }
    }
    const expected = this.#decide(wishes)
    if (key !== undefined) this.keys.set(key, { wishes, expected })
    return expected
  }

  receive({ place, quantity }: Wish): void {
    const product = this.products[place]
    if (!product) throw new Error(`there is no product ${place}`)
    product.stock += quantity
    product.version += 1
  }

  #decide(wishes: readonly Wish[]): Expected {
    const unknown = wishes.filter(({ place }) => !this.products[place])
    if (unknown.length > 0) return { status: 404, unknown }
    const wanted = wishes.flatMap((wish) => {
      const product = this.products[wish.place]
      return product ? { wish, product } : []
    })
    const short = wanted
      .filter(({ wish, product }) => product.stock < wish.quantity)
      .map(({ wish, product }) => ({ ...wish, available: product.stock, version: product.version }))
    if (short.length > 0) return { status: 409, short }
    let total = 0
    for (const { wish, product } of wanted) {
      product.stock -= wish.quantity
      product.version += 1
      total += wish.quantity * product.price
    }
    return { status: 201, bought: wishes, total }
  }
}
