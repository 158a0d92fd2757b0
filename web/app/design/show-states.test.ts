import { expect, test } from 'vitest'
import { orShown } from './show-states.ts'

test.each([
  ['.link:hover', '.link:is(:hover, [data-state-shown~="hover"])'],
  [':focus-visible', ':is(:focus-visible, [data-state-shown~="focus-visible"])'],
  [
    String.raw`.group-has-\[a\:hover\]\:x:is(:where(.group):has(a:hover) *)`,
    String.raw`.group-has-\[a\:hover\]\:x:is(:where(.group):has(a:is(:hover, [data-state-shown~="hover"])) *)`,
  ],
  ['.field:focus-within', '.field:is(:focus-within, :has([data-state-shown~="focus-visible"]))'],
])('%s is also for what says that it is so', (selector, rewritten) => {
  expect(orShown(selector)).toBe(rewritten)
  expect(orShown(rewritten)).toBe(rewritten)
})

test.each([String.raw`.hover\:x`, '.active', '.x:focus', '[data-state="hover"]'])(
  '%s stays as it is',
  (selector) => {
    expect(orShown(selector)).toBe(selector)
  },
)
