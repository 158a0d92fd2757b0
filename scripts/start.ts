import { buildStorefront } from './build-storefront.ts'

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
if (process.env.STOREFRONT !== 'off' && !buildStorefront()) process.exit(1)
await import('../server/src/main.ts')
