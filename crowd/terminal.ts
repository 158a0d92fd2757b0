import type { WriteStream } from 'node:tty'

const control = '\x1b['
const cursorHidden = `${control}?25l`
const cursorShown = `${control}?25h`
/** With wrapping off, a line longer than a narrow window is cut and not continued on the next. */
const wrapOff = `${control}?7l`
const wrapOn = `${control}?7h`
/** Terminals that know it show all between begin and end at once; others pass over it. */
const frameBegin = `${control}?2026h`
const frameEnd = `${control}?2026l`
const lineRestCleared = `${control}K`
const belowCleared = `${control}J`

/** A part of the terminal that is drawn again and again in place. */
export interface Screen {
  /** How many lines fit. */
  rows(): number
  draw(lines: readonly string[]): void
  /** Leaves what was drawn last and gives the terminal back. */
  close(): void
}

export function openScreen(terminal: WriteStream): Screen {
  let drawn = 0
  const giveBack = () => void terminal.write(wrapOn + cursorShown)
  process.once('exit', giveBack)
  terminal.write(cursorHidden + wrapOff)

  return {
    rows: () => terminal.rows - 1,
    draw(lines) {
      const shown = lines.slice(0, terminal.rows - 1)
      const up = drawn > 0 ? `${control}${drawn}A\r` : ''
      const text = shown.map((line) => `${line}${lineRestCleared}\n`).join('')
      terminal.write(frameBegin + up + text + belowCleared + frameEnd)
      drawn = shown.length
    },
    close() {
      process.off('exit', giveBack)
      giveBack()
    },
  }
}
