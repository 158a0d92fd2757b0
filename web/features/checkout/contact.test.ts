import { expect, test } from 'vitest'
import { contactErrors, contactOf } from './contact.ts'

test('no contact at all is fine, and nothing is sent of it', () => {
  expect(contactErrors({ email: ' ', name: '' })).toEqual({})
  expect(contactOf({ email: ' ', name: '' })).toEqual({})
})

test('an address is sent without the blanks around it, and with a name only when there is one', () => {
  expect(contactOf({ email: ' ada@example.org ', name: ' ' })).toEqual({
    contact: { email: 'ada@example.org' },
  })
  expect(contactOf({ email: 'ada@example.org', name: ' Ada ' })).toEqual({
    contact: { email: 'ada@example.org', name: 'Ada' },
  })
})

test('an address that is none, and a name without one, are told', () => {
  expect(contactErrors({ email: 'ada at example.org', name: '' }).email).toContain('The @ is missing')
  expect(contactErrors({ email: '', name: 'Ada' }).email).toContain('to go with the name')
  expect(contactErrors({ email: 'ada@example.org', name: 'A'.repeat(201) })).toEqual({
    name: 'This name has 201 characters, and there is room for 200. Shorten it.',
  })
})
