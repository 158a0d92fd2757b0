import { expect, type Page } from '@playwright/test'
import { expectNoFindings } from '../axe.ts'
import { expectFits } from './expect-fits.ts'
import { test } from './still-shop.ts'

const widths = [
  [390, 844],
  [768, 1024],
  [1280, 800],
] as const

/** For what lies over a page, or is a page's own state: there is no third shape of it in between. */
export const narrowAndWide = [390, 1280]

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
  /** The windows in which there is such a thing, or in which it differs; all of them otherwise. */
  only?: readonly number[]
}

/**
 * Holds the page as it is, at three widths and in both colours, to the pictures that were accepted. Those that differ
 * are all told at once. Axe looks at it too, and it is seen larger, whatever browser there is.
 */
export async function expectLooks(page: Page, name: string, part: Part = {}): Promise<void> {
  test.setTimeout(testMaxMs)
  const { fullPage = false, at, outline = false, themes = ['light', 'dark'], only } = part
  const viewport = page.viewportSize()
  await page.mouse.move(0, 0)
  await settle(page, fullPage || at === 'end')
  for (const [width, height] of takesPictures() ? widths : []) {
    if (only && !only.includes(width)) continue
    await page.setViewportSize({ width, height })
    await comeToRest(page, at)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      const picture = await page.screenshot({ ...format, fullPage })
      expect.soft(picture).toMatchSnapshot(`${name}-${width}-${colorScheme}.webp`)
    }
  }
  if (outline) await expect.soft(page.locator('body')).toMatchAriaSnapshot({ name: `${name}.aria.yml` })
  await expectNoFindings(page, undefined, themes)
  // Last: in a window that narrow what was open may close.
  await expectFits(page)
  if (viewport) await page.setViewportSize(viewport)
}

/** Another browser draws letters otherwise, so its pages are looked at without pictures, and the report says so. */
function takesPictures(): boolean {
  const { annotations, config } = test.info()
  if (config.metadata.pinnedChromium) return true
  annotations.push({ type: 'no pictures', description: 'they are of the Chromium that npm brings' })
  return false
}

/** Waits for what another window brings: other files of the pictures, rows that are measured only once they are in sight. */
async function comeToRest(page: Page, at: Part['at']): Promise<void> {
  await page.evaluate(async (toEnd) => {
    // What watches where it is in the window is told of it a frame later.
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const root = document.documentElement
    do {
      if (toEnd) scrollTo(0, root.scrollHeight)
      await frames()
    } while (toEnd && root.scrollHeight - scrollY - innerHeight > 1)
    const inSight = [...document.images].filter(
      (image) => image.checkVisibility() && image.loading === 'eager',
    )
    await Promise.all(inSight.map((image) => image.decode()))
    await frames()
  }, at === 'end')
}

/**
 * Gives the same words to what is of this run alone, moments and order numbers, and has the pictures loaded that any window shows:
 * all of them, or those near the top.
 */
async function settle(page: Page, all: boolean): Promise<void> {
  const deepest = all ? Number.POSITIVE_INFINITY : Math.max(...widths.map(([, height]) => height))
  await page.evaluate(async (deepest) => {
    await document.fonts.ready
    for (const time of document.querySelectorAll('time')) {
      time.textContent = (time.textContent ?? '')
        .replace(/\d+ [A-Z]\w+ \d{4}|[A-Z]\w+ \d+, \d{4}/, '23 November 2026')
        .replace(/\d+:\d\d( [AP]M)?/, '10:15')
    }
    const orderNumber = /\b[\dA-F]{4}-[\dA-F]{4}\b/
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const text = node as Text
      if (orderNumber.test(text.data)) text.data = text.data.replace(orderNumber, '7F3A-91C2')
    }
    await Promise.all(
      [...document.images]
        .filter((image) => image.getBoundingClientRect().top < deepest)
        .map((image) => {
          image.loading = 'eager'
          return image.decode()
        }),
    )
  }, deepest)
}
