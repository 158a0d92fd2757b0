import { expect, test, vi } from 'vitest'
import { shared } from '../testing/shared.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Db } from './database.ts'

const shop = shared(() =>
  startTestShop([
    { name: 'Bowl', stock: 1 },
    { name: 'Cup', stock: 2 },
    { name: 'Jug', stock: 3 },
  ]),
)

interface Wanted {
  readonly names: readonly string[]
  readonly stocks: readonly number[]
}

function namesOf(db: Db, { names, stocks }: Wanted) {
  return db
    .selectFrom('products')
    .select('name')
    .where('name', 'in', names)
    .where('stock', 'in', stocks)
    .orderBy('name')
    .compile()
}

test('is built once for each length of its lists, and run with what it is given each time', async () => {
  const build = vi.fn(namesOf)
  const select = compiledOnce(build, ({ names, stocks }: Wanted) => [names, stocks])
  const { db } = shop().database
  const ask = async (names: string[], stocks: number[]) =>
    (await select(db, { names, stocks })).map(({ name }) => name)
  expect(await ask(['Bowl', 'Cup'], [1])).toEqual(['Bowl'])
  expect(await ask(['Cup', 'Jug'], [3])).toEqual(['Jug'])
  expect(build).toHaveBeenCalledTimes(1)
  // As many parameters, but not of the same lists.
  expect(await ask(['Jug'], [1, 3])).toEqual(['Jug'])
  expect(build).toHaveBeenCalledTimes(2)
  const undone = new Error('undone')
  const inside = db.transaction().execute(async (tx) => {
    await tx.updateTable('products').set({ name: 'Jar' }).where('name', '=', 'Jug').execute()
    expect(await select(tx, { names: ['Bowl', 'Jar'], stocks: [3] })).toEqual([{ name: 'Jar' }])
    throw undone
  })
  await expect(inside).rejects.toBe(undone)
  expect(build).toHaveBeenCalledTimes(2)
})

test('lists that are not the parameters of the query are a mistake that is told', async () => {
  const select = compiledOnce(namesOf, ({ names, stocks }: Wanted) => [stocks, names])
  await expect(select(shop().database.db, { names: ['Bowl'], stocks: [1] })).rejects.toThrow(
    'the lists are not the parameters of: select',
  )
})
