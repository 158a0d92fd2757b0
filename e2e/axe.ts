import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Lets axe look at the page as it is, in light and in dark colours. Ask for less motion, or it sees fading colours.
 *
 * @param part spares the rest of the page, where another test has it looked at
 */
export async function expectNoFindings(page: Page, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
    const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
    const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect(findings, `axe in ${colorScheme} colours`).toEqual([])
  }
}
