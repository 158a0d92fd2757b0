import { Board } from './board.tsx'

const headings = ['text-6xl', 'text-5xl', 'text-4xl', 'text-3xl', 'text-2xl', 'text-xl', 'text-lg']
const words = ['text-lg', 'text-base', 'text-sm', 'text-xs']

export function TypeScale() {
  return (
    <Board title="Type">
      <div className="flex flex-col gap-3">
        {headings.map((size) => (
          <p key={size} className={`font-display leading-tight tracking-tight wrap-anywhere ${size}`}>
            Honestly counted{' '}
            <span className="font-sans text-soft text-xs tracking-normal">Newsreader, {size}</span>
          </p>
        ))}
        {words.map((size) => (
          <p key={size} className={size}>
            Small batches from one workshop, €68.00 <span className="text-soft text-xs">Geist, {size}</span>
          </p>
        ))}
        <p className="tabular-nums">0123456789 €1,111.11 €8,888.88 (figures of one width)</p>
      </div>
    </Board>
  )
}
