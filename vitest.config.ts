import { configDefaults, defineConfig } from 'vitest/config'

const shared = {
  setupFiles: ['./server/src/testing/refuse-console-errors.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

// One suite for both engines; what is about one engine alone says so in its name.
export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['{contract,web,crowd,scripts}/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...shared,
          name: 'sqlite',
          include: ['server/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/postgres.test.ts'],
          env: { TEST_ENGINE: 'sqlite' },
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: ['server/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/sqlite.test.ts'],
          env: { TEST_ENGINE: 'postgres' },
          globalSetup: ['./server/src/testing/postgres-server.ts'],
        },
      },
    ],
  },
})
