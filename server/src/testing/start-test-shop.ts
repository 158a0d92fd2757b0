import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { readConfig } from '../config.ts'
import { openShop, type Shop } from '../shop.ts'
import { addTestProduct, type TestProduct } from './add-test-product.ts'

export interface TestShop extends Shop {
  readonly url: string
  readonly databaseFile: string
}

/** A real shop over HTTP on a database of its own, empty but for `products`, gone when the test is over. */
export async function startTestShop(products: readonly TestProduct[] = []): Promise<TestShop> {
  const folder = mkdtempSync(join(tmpdir(), 'onhand-test-'))
  const databaseFile = join(folder, 'onhand.db')
  const shop = await reopenTestShop(databaseFile)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const product of products) await addTestProduct(shop, product)
  return shop
}

/** A shop on a database that is already there, as after a restart. */
export async function reopenTestShop(
  databaseFile: string,
  env: Record<string, string> = {},
): Promise<TestShop> {
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: `file:${databaseFile}`,
    STOREFRONT: 'off',
    SAMPLE_DATA: 'off',
    ...env,
  })
  const shop = await openShop(config, pino({ level: 'silent' }))
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= shop.close()
    return closing
  }
  onTestFinished(close)
  return { ...shop, close, url: `http://127.0.0.1:${shop.port}`, databaseFile }
}
