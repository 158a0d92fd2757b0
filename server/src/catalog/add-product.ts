import { randomUUIDv7 } from 'node:crypto'
import type { Transaction } from '../database/transaction.ts'
import { fold } from './fold.ts'
import { insertProduct } from './queries.ts'

export interface NewProduct {
  readonly slug: string
  readonly name: string
  readonly description: string
  /** In minor units of `currency`. */
  readonly price: number
  readonly currency: string
  readonly category: string
  readonly image: { readonly src: string; readonly alt: string } | null
  /** The place in catalog order. */
  readonly position: number
  /** Since when it has been for sale; `newest` sorts by it. */
  readonly createdAt: Date
  /** The catalog's revision that it makes; left out for what is there from the beginning. */
  readonly revision?: number
}

/** Adds a product with nothing in stock; what there is of it comes as a stock movement. Returns its id. */
export async function addProduct(tx: Transaction, product: NewProduct): Promise<string> {
  const id = `prod_${randomUUIDv7().replaceAll('-', '')}`
  await insertProduct(tx.db, {
    id,
    slug: product.slug,
    name: product.name,
    description: product.description,
    price: product.price,
    currency: product.currency,
    stock: 0,
    version: 0,
    category: product.category,
    image_src: product.image?.src ?? null,
    image_alt: product.image?.alt ?? null,
    position: product.position,
    ...searchFieldsOf(product),
    created_at: product.createdAt.toISOString(),
    revision: product.revision ?? 0,
    withdrawn_at: null,
  })
  return id
}

/** What lists are sorted and searched by. */
export function searchFieldsOf({
  name,
  category,
  description,
}: Pick<NewProduct, 'name' | 'category' | 'description'>): { folded_name: string; search_text: string } {
  return { folded_name: fold(name), search_text: fold([name, category, description].join('\n')) }
}
