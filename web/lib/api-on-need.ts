import type * as api from './api.ts'

/*
 * Questions of `api.ts`, which is loaded, with the schemas that it reads answers by, when the first of them is asked
 * (decision 18): most pages are whole without.
 */

export const listProducts: typeof api.listProducts = async (query, signal) =>
  (await import('./api.ts')).listProducts(query, signal)

export const listCategories: typeof api.listCategories = async () =>
  (await import('./api.ts')).listCategories()

export const showProduct: typeof api.showProduct = async (idOrSlug) =>
  (await import('./api.ts')).showProduct(idOrSlug)

export const showOrder: typeof api.showOrder = async (id, reader) =>
  (await import('./api.ts')).showOrder(id, reader)
