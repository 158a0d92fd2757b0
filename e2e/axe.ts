import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What the colours alone decide: the rest is the same in both schemes, and looked at once. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/**
 * Lets axe look at the page as it is, in light and in dark colours. Ask for less motion, or it sees fading colours.
 *
 * @param part spares the rest of the page, where another test has it looked at
 * @param themes fewer, where the page itself chooses its colours
 */
export async function expectNoFindings(
  page: Page,
  part?: string,
  themes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    // What is well need not be told of, and there are no frames to look into from a page of axe's own: both took most of the time.
    // Axe leaves off by itself a rule of WCAG 2.2: targets of 24 pixels, or as much room around them.
    const axe = new AxeBuilder({ page })
      .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
      .setLegacyMode()
    if (part !== undefined) axe.include(part)
    if (colorScheme === 'dark') axe.withRules(rulesOfColour)
    const { violations } = await axe.analyze()
    const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect(findings, `axe in ${colorScheme} colours`).toEqual([])
  }
}
