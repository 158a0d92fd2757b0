import { expect, type Page } from '@playwright/test'

/** A window of 1280 pixels seen at 200 %, and WCAG 2.2's 1.4.10: 320 pixels, which are 1280 at 400 %. */
const widths = [640, 320]

/** Holds a page that is seen larger to fitting its window: nothing beside it, nothing cut off, no words on words. */
export async function expectFits(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 512 })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const { sideways, cut, overlapping } = await page.evaluate(lookForMisfits)
    expect.soft(sideways, `wider than ${width} pixels: ${page.url()}`).toEqual([])
    expect.soft(cut, `cut off at ${width} pixels: ${page.url()}`).toEqual([])
    expect.soft(overlapping, `words on words at ${width} pixels: ${page.url()}`).toEqual([])
  }
}

/** Runs in the page. */
function lookForMisfits(): { sideways: string[]; cut: string[]; overlapping: string[] } {
  const root = document.documentElement
  const modal = document.querySelector('dialog[open], [role="dialog"]')
  const words: { text: Text; box: DOMRect }[] = []
  const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    const parent = text.parentElement
    if (!text.data.trim() || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue
    if (parent.closest('script, style, option, noscript, [data-shown="false"]')) continue
    const shortened = ancestors(text).find(isShortened)?.getBoundingClientRect()
    if (ancestors(text).some((one) => isForEars(one) || endsInDots(one))) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.bottom <= (shortened?.bottom ?? box.bottom) + 4) words.push({ text, box })
    }
  }

  /** What is pushed along sideways, as a row of products is, may stick out. */
  const isPushedAlong = (text: Text): boolean =>
    ancestors(text).some((one) => /auto|scroll/.test(getComputedStyle(one).overflowX))
  /** What stands in front of a page that is scrolled behind it. */
  const isInFront = (text: Text): boolean =>
    ancestors(text).some((one) => /fixed|sticky/.test(getComputedStyle(one).position))
  const sideways = words
    .filter(({ text, box }) => box.right > root.clientWidth + 1 && !isPushedAlong(text))
    .map(({ text }) => text.data)
  if (root.scrollWidth > root.clientWidth) sideways.push(`the page: ${root.scrollWidth} pixels`)

  const cut = words
    .filter(({ text, box }) =>
      ancestors(text).some((one) => {
        const { overflowX, overflowY } = getComputedStyle(one)
        if (isShortened(one) || !/hidden|clip/.test(overflowX + overflowY)) return false
        const frame = one.getBoundingClientRect()
        return box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 4
      }),
    )
    .map(({ text }) => text.data)

  const overlapping = words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      if (one.text === other.text) return []
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      // Boxes of lines are taller than what is written in them.
      if (across < 2 || down < Math.min(one.box.height, other.box.height) / 2) return []
      return isInFront(one.text) || isInFront(other.text) ? [] : [`${one.text.data} / ${other.text.data}`]
    }),
  )
  return { sideways, cut, overlapping }

  function ancestors({ parentElement }: Text): Element[] {
    const all = []
    for (let one = parentElement; one; one = one.parentElement) all.push(one)
    return all
  }

  /** Shortened on purpose, to a number of lines; the whole is on another page. */
  function isShortened(one: Element): boolean {
    return getComputedStyle(one).webkitLineClamp !== 'none'
  }

  /** What repeats a heading in one line. */
  function endsInDots(one: Element): boolean {
    return getComputedStyle(one).textOverflow === 'ellipsis'
  }

  /** A single pixel, whose words a screen reader reads. */
  function isForEars(one: Element): boolean {
    return getComputedStyle(one).clipPath === 'inset(50%)'
  }
}
