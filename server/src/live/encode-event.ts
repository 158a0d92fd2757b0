/**
 * One event in the format of https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream, as
 * the bytes that go to every client.
 *
 * @param data any text; readers see every kind of line ending in it as a line feed
 * @throws RangeError for a name or an id that the format cannot carry
 */
export function encodeEvent(event: string, id: string, data: string): Buffer {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  return Buffer.from(`event: ${oneLine(event)}\nid: ${oneLine(id)}\n${lines.join('')}\n`)
}

/** How long a reader waits before it connects again, in milliseconds. */
export function encodeRetry(ms: number): Buffer {
  return Buffer.from(`retry: ${ms}\n\n`)
}

/** A comment, which readers pass over: it keeps proxies and readers from taking a quiet stream for a dead one. */
export const heartbeat = Buffer.from(':\n\n')

/** A line break would end the field; an id with NUL is passed over by readers, and so would be lost. */
function oneLine(value: string): string {
  if (/[\r\n\0]/.test(value)) throw new RangeError(`${JSON.stringify(value)} does not fit a line of a stream`)
  return value
}
