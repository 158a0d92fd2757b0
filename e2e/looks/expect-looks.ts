import { expect, type Page } from '@playwright/test'
import { expectFits } from './expect-fits.ts'
import { test } from './still-shop.ts'

const widths = [
  [390, 844],
  [768, 1024],
  [1280, 800],
] as const

/** A fifth of what a PNG weighs in the repository; what is lost is lost in both pictures alike. */
const format = { type: 'webp', quality: 75, animations: 'disabled', caret: 'hide', scale: 'css' } as const

/** A test takes up to thirty pictures, each half a second, or several where a machine does something else. */
const testMaxMs = 180_000

interface Part {
  /** Down to its end, where it is short. */
  fullPage?: boolean
  at?: 'end'
  /** With what a screen reader is told of it, in the widest window. */
  outline?: boolean
  /** Where the page itself chooses. */
  themes?: readonly ('light' | 'dark')[]
  /** The narrowest and the widest window in which there is such a thing. */
  from?: number
  to?: number
}

/**
 * Holds the page as it is, at three widths and in both colours, to the pictures that were accepted. Those that differ
 * are all told at once.
 */
export async function expectLooks(page: Page, name: string, part: Part = {}): Promise<void> {
  test.setTimeout(testMaxMs)
  test.skip(!test.info().config.metadata.pinnedChromium, 'pictures are of the Chromium that npm brings')
  const {
    fullPage = false,
    at,
    outline = false,
    themes = ['light', 'dark'],
    from = 0,
    to = Number.POSITIVE_INFINITY,
  } = part
  await page.mouse.move(0, 0)
  await settle(page)
  await expectFits(page)
  for (const [width, height] of widths) {
    if (width < from || width > to) continue
    await page.setViewportSize({ width, height })
    if (at === 'end') await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      const picture = await page.screenshot({ ...format, fullPage })
      expect.soft(picture).toMatchSnapshot(`${name}-${width}-${colorScheme}.webp`)
    }
  }
  if (outline) await expect.soft(page.locator('body')).toMatchAriaSnapshot({ name: `${name}.aria.yml` })
}

/** Has all pictures loaded, and gives the same words to what is of this run alone: moments and order numbers. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    for (const time of document.querySelectorAll('time')) {
      time.textContent = (time.textContent ?? '')
        .replace(/\d+ [A-Z]\w+ \d{4}|[A-Z]\w+ \d+, \d{4}/, '23 November 2026')
        .replace(/\d+:\d\d( [AP]M)?/, '10:15')
    }
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const text = node as Text
      if (/ord_\w{32}/.test(text.data))
        text.data = text.data.replace(/ord_\w{32}/, `ord_${'019ab3cd'.repeat(4)}`)
    }
    await Promise.all(
      [...document.images].map((image) => {
        image.loading = 'eager'
        return image.decode()
      }),
    )
  })
}
