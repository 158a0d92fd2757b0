import { controlTexts } from '#messages/controls.ts'

/** A screen reader is spoken to at most this often. */
const pauseMs = 5_000
/** What was said is taken away after this long, before more is said, so that an equal sentence is heard again. */
const spokenMs = 4_000
/** More than this many messages at once are summed up. */
const spokenMax = 3

export interface Announcements {
  /**
   * Says it politely, soon, together with whatever else there is to say.
   *
   * @param about the subject; of several messages about one only the newest is said
   */
  announce(about: string, message: string): void
  current(): string
  subscribe(listener: () => void): () => void
}

export function createAnnouncements(): Announcements {
  const listeners = new Set<() => void>()
  const waiting = new Map<string, string>()
  let text = ''
  let spokenAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  function speak(): void {
    timer = undefined
    spokenAt = Date.now()
    show(merge([...waiting.values()]))
    waiting.clear()
    setTimeout(() => show(''), spokenMs)
  }

  function show(next: string): void {
    text = next
    for (const listener of listeners) listener()
  }

  return {
    announce(about, message) {
      // Taken out first, so that the newest comes last.
      waiting.delete(about)
      waiting.set(about, message)
      // Even the first waits a moment, so that what falls together is said together.
      if (timer === undefined) timer = setTimeout(speak, Math.max(200, spokenAt + pauseMs - Date.now()))
    },
    current: () => text,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function merge(messages: string[]): string {
  const rest = messages.length - spokenMax
  const spoken = messages.slice(0, spokenMax).join(' ')
  return rest > 0 ? `${spoken} ${controlTexts.moreChanges(rest)}` : spoken
}

export const { announce, current, subscribe } = createAnnouncements()
