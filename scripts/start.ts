import { readConfig } from '../server/src/config.ts'
import { buildStorefront } from './build-storefront.ts'

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
if (wantsStorefront() && !buildStorefront()) process.exit(1)
await import('../server/src/main.ts')

/** False also for settings that cannot be used: the server says so at once, without a build first. */
function wantsStorefront(): boolean {
  try {
    return readConfig(process.env).storefront
  } catch {
    return false
  }
}
