import { piecesOf } from './hits.ts'

/** A name in which what was typed of it is marked. */
export function Marked({ name, q }: { name: string; q: string }) {
  return piecesOf(name, q).map(({ at, text, hit }) =>
    hit ? (
      <mark key={at} className="hit">
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  )
}
