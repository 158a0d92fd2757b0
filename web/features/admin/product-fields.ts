import { type AdminProduct, type NewProduct, newProduct, type ProductChange } from '@onhand/contract/catalog'
import { priceMax } from '@onhand/contract/limits'
import { adminProductTexts } from '#messages/admin-products.tsx'
import { price } from '../../lib/locale.ts'
import { moneyText, readMoney } from './money-text.ts'

/** What stands in the fields of a product's form. */
export interface ProductFields {
  name: string
  price: string
  category: string
  slug: string
  description: string
  imageSrc: string
  imageAlt: string
  /** Only for a new product. */
  stock: string
}

export type FieldErrors = Partial<Record<keyof ProductFields, string>>

export const emptyFields: ProductFields = {
  name: '',
  price: '',
  category: '',
  slug: '',
  description: '',
  imageSrc: '',
  imageAlt: '',
  stock: '',
}

export function fieldsOf(product: AdminProduct): ProductFields {
  return {
    name: product.name,
    price: moneyText(product.price, product.currency),
    category: product.category,
    slug: product.slug,
    description: product.description,
    imageSrc: product.image?.src ?? '',
    imageAlt: product.image?.alt ?? '',
    stock: '',
  }
}

/** A product as the shop takes it, or what is wrong beside which field. */
export function readFields(
  fields: ProductFields,
  currency: string,
): { product: NewProduct } | { errors: FieldErrors } {
  const amount = readMoney(fields.price, currency)
  const parsed = newProduct.safeParse({
    name: fields.name,
    price: amount ?? -1,
    description: fields.description,
    ...(fields.category.trim() !== '' && { category: fields.category }),
    ...(fields.slug.trim() !== '' && { slug: fields.slug.trim() }),
    image: fields.imageSrc.trim() === '' ? null : { src: fields.imageSrc.trim(), alt: fields.imageAlt },
    ...(fields.stock.trim() !== '' && { stock: Number(fields.stock) }),
  })
  if (parsed.success) return { product: parsed.data }
  const errors: FieldErrors = {}
  for (const { path } of parsed.error.issues) {
    const field = fieldAt(path) ?? 'name'
    errors[field] = field === 'price' ? priceMistake(amount, currency) : mistakes[field]
  }
  return { errors }
}

/** What differs between a product and what the form holds now. */
export function changeOf(before: AdminProduct, after: NewProduct): ProductChange {
  const change: ProductChange = {}
  if (after.name !== before.name) change.name = after.name
  if (after.price !== before.price) change.price = after.price
  if (after.category !== before.category) change.category = after.category
  if (after.slug !== undefined && after.slug !== before.slug) change.slug = after.slug
  if (after.description !== before.description) change.description = after.description
  const isSameImage = after.image?.src === before.image?.src && after.image?.alt === before.image?.alt
  if (!isSameImage) change.image = after.image
  return change
}

/** The field that a place in a request stands for; undefined where it is none of the form's. */
export function fieldAt(path: readonly PropertyKey[]): keyof ProductFields | undefined {
  const [first, second] = path
  if (first === 'image') return second === 'alt' ? 'imageAlt' : 'imageSrc'
  return Object.keys(emptyFields).find((name): name is keyof ProductFields => name === first)
}

const mistakes: Record<Exclude<keyof ProductFields, 'price'>, string> = adminProductTexts.mistakes

function priceMistake(amount: number | undefined, currency: string): string {
  if (amount === undefined) return adminProductTexts.noAmount(moneyText(1_250, currency))
  return adminProductTexts.priceTooHigh(price(priceMax, currency))
}
