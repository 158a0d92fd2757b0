import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../e2e/chromium.ts'

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu'] })
}
