import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

const shared = {
  setupFiles: ['./server/src/testing/refuse-console-errors.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A busy machine is slow, not wrong.
  expect: { poll: { timeout: 30_000 } },
}

/**
 * Not run with four processes: what lies below the features, verbs that are called from inside one process, and accounts,
 * whose throttles, kept mails and remembered tokens are each process's own.
 */
const aboutOneProcess = [
  'server/src/*.test.ts',
  'server/src/{accounts,books,database,live,metrics,testing}/**',
  '**/{change-stock,checkout-queue,convergence,event-source,forget-answers,limit-changes,list-cache,odd-requests,own-network,page-requests,postgres,stock-as-of,stock-feed,unknown-proxy}.test.ts',
]

/** Run with one engine alone: there is nothing in them that another could change. */
const aboutNoDatabase = [
  'server/src/testing/**',
  '**/{auth-secret,config,kept-pages,limit-changes,own-network,page-requests,passwords,places,sqlite-checkpointer,stock-feed,stock-stream-proxies,unknown-proxy}.test.ts',
  '**/{encode-event,error-handler,event-stream,event-streams,feed,in-slices}.test.ts',
]

// One suite for both engines, and for four processes on one database; what is about one engine alone says so in its name.
export default defineConfig({
  test: {
    // Tests wait for a database or a clock a third of their time.
    maxWorkers: availableParallelism() + 1,
    // Nothing of ours hides in a module, so the files of a worker share what they loaded: loading it anew took a fifth of the time.
    isolate: false,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{contract,web,crowd,faults,scripts}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...shared,
          name: 'sqlite',
          include: ['server/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/postgres{,-lost}.test.ts'],
          env: { TEST_ENGINE: 'sqlite' },
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: ['server/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/sqlite.test.ts', ...aboutNoDatabase],
          env: { TEST_ENGINE: 'postgres' },
          globalSetup: ['./server/src/testing/postgres-server.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'postgres-four',
          include: ['server/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...aboutOneProcess],
          env: { TEST_ENGINE: 'postgres', TEST_PROCESSES: '4' },
          globalSetup: ['./server/src/testing/postgres-server.ts'],
        },
      },
    ],
  },
})
