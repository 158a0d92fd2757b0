import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/chromium.ts'

const { executablePath, env, pinned } = await findChromium()

/** Real browsers on the built storefront. Each worker opens a shop of its own, so nothing needs to be started by hand. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  metadata: { pinnedChromium: pinned },
  fullyParallel: true,
  workers: 3,
  // A test that passes only at the second try is told as flaky, and stops nobody; the second is traced.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine is slow, not wrong.
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    toMatchSnapshot: {
      // Another processor may round an edge differently, and the format spreads it. A colour that changes by less is
      // still seen on /design, which prints them.
      threshold: 0.1,
      maxDiffPixels: 100,
    },
  },
  // The same on every system: only one browser takes pictures.
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  reporter: process.env.CI ? 'dot' : 'list',
  use: {
    headless: true,
    // The same everywhere, and unlike what the shop assumes where it could assume something.
    locale: 'en-GB',
    // It would be fetched anew by the browser of every test; the test of it lets it in.
    serviceWorkers: 'block',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 800 },
    // To trace every first try takes a fifth of the time of a run.
    trace: { mode: 'on-first-retry', screenshots: false },
    launchOptions: {
      executablePath,
      env,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // Letters are drawn alike, however the system would have its own.
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
