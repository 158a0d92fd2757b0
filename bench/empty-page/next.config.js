import { join } from 'node:path'

export default {
  poweredByHeader: false,
  agentRules: false,
  turbopack: { root: join(import.meta.dirname, '../..') },
}
