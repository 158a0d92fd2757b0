import { expect, test } from 'vitest'
import { createDelayMeter } from './delay-meter.ts'

const startVersion = 10
const bowl = (version: number) => [{ productId: 'bowl', stock: 100 - version, version }]

function openMeter() {
  const meter = createDelayMeter(() => startVersion)
  return { meter, stream: meter.openStream(0) }
}

test('a sale is measured to each stream, from its request and from its answer', () => {
  const { meter, stream } = openMeter()
  const other = meter.openStream(0)
  const order = meter.send(['bowl'], 100)
  order.conclude('sold', 105)
  stream.arrive(bowl(11), 112)
  other.arrive(bowl(11), 130)
  meter.measure()
  const { fromRequest, fromAnswer } = meter.summary()
  expect(fromRequest).toMatchObject({
    count: 2,
    medianMs: expect.closeTo(12, 1),
    maxMs: expect.closeTo(30, 1),
  })
  expect(fromAnswer).toMatchObject({ count: 2, maxMs: expect.closeTo(25, 1) })
})

test('an event that came before the answer counts as no delay after it', () => {
  const { meter, stream } = openMeter()
  const order = meter.send(['bowl'], 100)
  stream.arrive(bowl(11), 104)
  order.conclude('sold', 106)
  meter.measure()
  expect(meter.summary().fromAnswer.maxMs).toBeLessThan(0.01)
  expect(meter.summary().fromRequest.maxMs).toBeCloseTo(4, 1)
})

test("somebody else's earlier sale in the crowd is not taken for this one", () => {
  const { meter, stream } = openMeter()
  const first = meter.send(['bowl'], 100)
  const second = meter.send(['bowl'], 101)
  first.conclude('sold', 110)
  stream.arrive(bowl(11), 112)
  meter.measure()
  expect(meter.summary().fromRequest.count).toBe(0)
  second.conclude('sold', 111)
  stream.arrive(bowl(12), 120)
  meter.measure()
  expect(meter.summary().fromRequest).toMatchObject({ count: 2, maxMs: expect.closeTo(20, 1) })
})

test('a refused order makes no version', () => {
  const { meter, stream } = openMeter()
  meter.send(['bowl'], 100).conclude('refused', 103)
  meter.send(['bowl'], 101).conclude('sold', 104)
  stream.arrive(bowl(11), 106)
  meter.measure()
  expect(meter.summary().fromRequest).toMatchObject({ count: 1, maxMs: expect.closeTo(5, 1) })
})

test('one merged event holds several sales', () => {
  const { meter, stream } = openMeter()
  meter.send(['bowl'], 100).conclude('sold', 101)
  meter.send(['bowl'], 102).conclude('sold', 103)
  stream.arrive(bowl(12), 110)
  meter.measure()
  expect(meter.summary().fromRequest.count).toBe(2)
})

test('a stream that was not open when the order was sent is not measured for it', () => {
  const { meter } = openMeter()
  meter.send(['bowl'], 100).conclude('sold', 101)
  const late = meter.openStream(5_000)
  late.arrive(bowl(11), 5_001)
  meter.send(['bowl'], 5_100).conclude('sold', 5_101)
  late.arrive(bowl(12), 5_110)
  late.close()
  expect(meter.summary().fromRequest).toMatchObject({ count: 1, maxMs: expect.closeTo(10, 1) })
})

test('a product that somebody else trades is left out', () => {
  const { meter, stream } = openMeter()
  meter.send(['bowl'], 100).conclude('sold', 101)
  stream.arrive(bowl(12), 105)
  meter.measure()
  expect(meter.summary()).toMatchObject({ productsLeftOut: 1, fromRequest: { count: 0 } })
})

test('a product with an order that had no answer is left out', () => {
  const { meter, stream } = openMeter()
  meter.send(['bowl'], 100).conclude('unknown', 5_100)
  meter.send(['bowl'], 101).conclude('sold', 102)
  stream.arrive(bowl(12), 105)
  meter.measure()
  expect(meter.summary()).toMatchObject({ productsLeftOut: 1, fromRequest: { count: 0 } })
})
