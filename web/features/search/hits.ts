export interface Piece {
  /** Where in the name it begins. */
  readonly at: number
  readonly text: string
  readonly hit: boolean
}

/** Cuts a name into what was typed of it and what was not, whatever the case and the accents. */
export function piecesOf(name: string, q: string): Piece[] {
  const letters = [...name].map(fold)
  const marks = letters.map(() => false)
  for (const word of fold(q).split(/\s+/).filter(Boolean)) mark(letters, word, marks)
  const pieces: { at: number; text: string; hit: boolean }[] = []
  for (const [at, text] of [...name].entries()) {
    const hit = marks[at] ?? false
    const last = pieces.at(-1)
    if (last?.hit === hit) last.text += text
    else pieces.push({ at, text, hit })
  }
  return pieces
}

/** Those first whose name has a word that begins as was typed, then those whose name has it somewhere; else in the same order. */
export function namesFirst<T extends { name: string }>(products: readonly T[], q: string): T[] {
  return products.toSorted((one, other) => rankOf(one.name, q) - rankOf(other.name, q))
}

function rankOf(name: string, q: string): number {
  const letters = [...name]
  const hits = piecesOf(name, q).filter(({ hit }) => hit)
  if (hits.length === 0) return 2
  return hits.some(({ at }) => !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '')) ? 0 : 1
}

/** One letter may fold into several, such as a ligature, so words are looked for letter by letter. */
function mark(letters: readonly string[], word: string, marks: boolean[]): void {
  for (let start = 0; start < letters.length; start += 1) {
    let end = start
    let text = ''
    while (end < letters.length && text.length < word.length) {
      text += letters[end]
      end += 1
    }
    if (text.startsWith(word)) marks.fill(true, start, end)
  }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
