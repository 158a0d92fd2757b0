import { expect, test } from 'vitest'
import { createFindings } from './findings.ts'
import { createStreamView } from './stream-view.ts'

function openView() {
  const findings = createFindings()
  const view = createStreamView(findings, undefined)
  view.connect()
  return { findings, view }
}

test('the highest version is what the shopper knows', () => {
  const { findings, view } = openView()
  view.apply([{ productId: 'bowl', stock: 6, version: 1 }])
  view.apply([{ productId: 'bowl', stock: 3, version: 4 }])
  view.apply([{ productId: 'bowl', stock: 3, version: 4 }])
  expect(view.level('bowl')).toMatchObject({ stock: 3, version: 4 })
  expect(findings.of('version-went-back').count).toBe(0)
})

test('a version that goes back on one connection is found and not believed', () => {
  const { findings, view } = openView()
  view.apply([{ productId: 'bowl', stock: 3, version: 4 }])
  view.apply([{ productId: 'bowl', stock: 6, version: 3 }])
  expect(view.level('bowl')).toMatchObject({ stock: 3, version: 4 })
  expect(findings.of('version-went-back').examples).toEqual(['bowl went from version 4 to 3'])
})

test('a new connection may begin with something older, which is not believed either', () => {
  const { findings, view } = openView()
  view.apply([{ productId: 'bowl', stock: 3, version: 4 }])
  view.connect()
  view.apply([{ productId: 'bowl', stock: 6, version: 3 }])
  expect(view.level('bowl')).toMatchObject({ stock: 3, version: 4 })
  expect(findings.of('version-went-back').count).toBe(0)
})
