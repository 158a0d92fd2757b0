'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { atRest, moved, type Scale, scaleMax, zoomed } from './zoom.ts'

/** 0 makes any picture as small as its place. */
const zoomKeys: Record<string, number> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, '0': 0 }
/** In pixels; the picture goes the other way, so that one sees what lies there. */
const panKeys: Record<string, readonly [number, number]> = {
  ArrowLeft: [80, 0],
  ArrowRight: [-80, 0],
  ArrowUp: [0, 80],
  ArrowDown: [0, -80],
}

/** How large a picture is seen and where, by fingers, mouse and keyboard. */
export function useZoom() {
  const view = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState<Scale>(atRest)
  const fingers = useRef(new Map<number, { x: number; y: number }>())

  function size(): number {
    const { width = 0, height = 0 } = view.current?.getBoundingClientRect() ?? {}
    return Math.min(width, height)
  }

  /** @param at where from the middle it stays put */
  function zoomBy(factor: number, at = { x: 0, y: 0 }): void {
    setScale((before) => zoomed(before, factor, at, size()))
  }

  function moveBy(x: number, y: number): void {
    setScale((before) => moved(before, x, y, size()))
  }

  function fromMiddle({ clientX, clientY }: { clientX: number; clientY: number }) {
    const { left = 0, top = 0, width = 0, height = 0 } = view.current?.getBoundingClientRect() ?? {}
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
  }

  function drag(event: PointerEvent): void {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const now = fromMiddle(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, now)
    if (other) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
      zoomBy(distance(now, other) / Math.max(1, distance(before, other)), middle)
    } else moveBy(now.x - before.x, now.y - before.y)
  }

  function press(event: KeyboardEvent): void {
    const factor = zoomKeys[event.key]
    const [x, y] = panKeys[event.key] ?? [0, 0]
    if (event.metaKey || event.ctrlKey || (factor === undefined && x === 0 && y === 0)) return
    event.preventDefault()
    if (factor !== undefined) zoomBy(factor)
    else moveBy(x, y)
  }

  // React's own wheel listener may not keep the page behind from scrolling.
  useEffect(() => {
    const element = view.current
    const turn = (event: WheelEvent): void => {
      event.preventDefault()
      setScale((before) => zoomed(before, Math.exp(-event.deltaY / 400), fromMiddle(event), size()))
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  })

  const lift = (event: PointerEvent): void => void fingers.current.delete(event.pointerId)
  return {
    view,
    scale,
    isLargest: scale.value >= scaleMax,
    isSmallest: scale.value <= 1,
    zoomBy: (factor: number) => zoomBy(factor),
    press,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLDivElement>) {
        event.currentTarget.setPointerCapture(event.pointerId)
        fingers.current.set(event.pointerId, fromMiddle(event))
      },
      onPointerMove: drag,
      onPointerUp: lift,
      onPointerCancel: lift,
      onDoubleClick(event: { clientX: number; clientY: number }) {
        zoomBy(scale.value > 1 ? 1 / scale.value : 2.5, fromMiddle(event))
      },
    },
  }
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
