import type { WriteStream } from 'node:tty'
import type { Standing } from './standing.ts'
import { drawLine, drawLineHead, drawTable, type TableFrame, tableLinesBeside } from './table.ts'
import { openScreen } from './terminal.ts'

const redrawMs = 500
const lineMs = 1_000
const moversMax = 8

/** What stays the same all the time. */
type RunFrame = Omit<TableFrame, 'stage' | 'moversMax'>

/** What a person sees while the crowd shops. */
export interface Display {
  /** Says what is going on now. */
  setStage(stage: string): void
  close(): void
}

/** A table drawn in place on a terminal; elsewhere, a line every second. */
export function openDisplay(
  out: NodeJS.WriteStream,
  frame: RunFrame,
  standingOf: (moversMax: number) => Standing,
): Display {
  return out.isTTY && process.env.TERM !== 'dumb'
    ? openTable(out as WriteStream, frame, standingOf)
    : openLines(out, standingOf)
}

function openTable(
  terminal: WriteStream,
  frame: RunFrame,
  standingOf: (moversMax: number) => Standing,
): Display {
  const screen = openScreen(terminal)
  let stage: string | undefined
  function draw(): void {
    const movers = Math.max(1, Math.min(moversMax, screen.rows() - tableLinesBeside))
    screen.draw(drawTable(standingOf(movers), { ...frame, stage, moversMax: movers }))
  }
  draw()
  const redraw = setInterval(draw, redrawMs)
  return {
    setStage(next) {
      stage = next
      draw()
    },
    close() {
      clearInterval(redraw)
      draw()
      screen.close()
    },
  }
}

function openLines(out: NodeJS.WriteStream, standingOf: (moversMax: number) => Standing): Display {
  out.write(`${drawLineHead()}\n`)
  const next = setInterval(() => out.write(`${drawLine(standingOf(0))}\n`), lineMs)
  return {
    setStage: (stage) => void out.write(`  ${stage}\n`),
    close: () => clearInterval(next),
  }
}
