/** As many characters as a search engine or two lines of a card show of a text. */
const charactersMax = 160
/** Also of languages that put no blanks between their words. */
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The beginning of a text, cut between words where it is long. */
export function firstWords(text: string): string {
  if (text.length <= charactersMax) return text
  const end = words.segment(text).containing(charactersMax)?.index || charactersMax
  return `${text.slice(0, end).trimEnd()} …`
}
