import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{contract,server,web,crowd}/**/*.test.{ts,tsx}'],
    setupFiles: ['./server/src/testing/refuse-console-errors.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
