import { afterEach, beforeEach, expect, vi } from 'vitest'

// Something that complains on the console is a finding, whatever the assertions say.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
