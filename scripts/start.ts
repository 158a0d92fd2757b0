import { buildStorefront } from './build-storefront.ts'

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
if (process.env.STOREFRONT !== 'off' && !buildStorefront()) process.exit(1)
await import('../server/src/main.ts')
