import { createParser, type EventSourceMessage } from 'eventsource-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeEvent, encodeRetry, heartbeat } from './encode-event.ts'

interface Read {
  readonly event: string
  readonly id: string
  readonly data: string
}

/** A reader that follows the standard's text step by step and shares no code with anybody. */
function readByTheBook(bytes: Buffer): { events: Read[]; retryMs: number | undefined } {
  const events: Read[] = []
  let retryMs: number | undefined
  let [data, type, lastId] = ['', '', '']
  for (const line of new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)) {
    if (line === '') {
      if (data !== '') events.push({ event: type || 'message', id: lastId, data: data.slice(0, -1) })
      data = ''
      type = ''
      continue
    }
    const colon = line.indexOf(':')
    if (colon === 0) continue
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') type = value
    if (field === 'data') data += `${value}\n`
    if (field === 'id' && !value.includes('\0')) lastId = value
    if (field === 'retry' && /^\d+$/.test(value)) retryMs = Number(value)
  }
  return { events, retryMs }
}

function readByParser(chunks: readonly Buffer[]): Read[] {
  const events: Read[] = []
  const decoder = new TextDecoder()
  const take = ({ event = 'message', id = '', data }: EventSourceMessage): unknown =>
    events.push({ event, id, data })
  const parser = createParser({ onEvent: take })
  for (const chunk of chunks) parser.feed(decoder.decode(chunk, { stream: true }))
  return events
}

/** Cuts bytes anywhere, also inside a character or between CR and LF. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  return ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end))
}

const awkward = fc.constantFrom(
  '\r',
  '\n',
  '\r\n',
  '\uFEFF',
  '\0',
  ' ',
  ':',
  'data:',
  'id: x',
  'é',
  '𝄞',
  '\u2028',
)
const text = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary' })))
  .map((parts) => parts.join('').toWellFormed())
const line = text.map((value) => value.replace(/[\r\n\0]/g, ''))
const event = fc.record({ event: line.filter((name) => name !== ''), id: line, data: text })

/** What readers make of it: each kind of line ending is a line feed. */
function asRead({ data, ...rest }: Read): Read {
  return { ...rest, data: data.replace(/\r\n|\r/g, '\n') }
}

test('whatever the data, every reader gets it whole, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(event), fc.array(fc.nat()), (events, places) => {
      const bytes = Buffer.concat([
        encodeRetry(2_000),
        ...events.flatMap(({ event, id, data }) => [encodeEvent(event, id, data), heartbeat]),
      ])
      const wanted = events.map(asRead)
      expect(readByTheBook(bytes)).toEqual({ events: wanted, retryMs: 2_000 })
      expect(readByParser(cut(bytes, places))).toEqual(wanted)
    }),
  )
})

test('a byte order mark at the start of data is data, since the stream begins with something else', () => {
  const bytes = Buffer.concat([encodeRetry(1), encodeEvent('stock', '1', '\uFEFFx')])
  expect(readByTheBook(bytes).events).toEqual([{ event: 'stock', id: '1', data: '\uFEFFx' }])
})

test('refuses a name or an id that would be lost or would end its line', () => {
  const broken = fc
    .tuple(fc.string(), fc.constantFrom('\r', '\n', '\0'), fc.string())
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(broken, (value) => {
      expect(() => encodeEvent(value, 'id', '')).toThrow(RangeError)
      expect(() => encodeEvent('stock', value, '')).toThrow(RangeError)
    }),
  )
})
