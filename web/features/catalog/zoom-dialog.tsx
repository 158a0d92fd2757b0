'use client'

import { Minus, Plus, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { productTexts } from '#messages/product.ts'
import { useZoom } from './use-zoom.ts'

interface ZoomDialogProps {
  image: { src: string; alt: string }
  onClose: () => void
}

/** The picture over the whole window: pinched, turned by the wheel, pushed about, or moved with + − 0 and the arrows. */
export default function ZoomDialog({ image, onClose }: ZoomDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { view, scale, isLargest, isSmallest, handlers, zoomBy, press } = useZoom()
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      ref={dialog}
      aria-label={image.alt}
      onClose={onClose}
      onKeyDown={press}
      className="sheet fixed inset-0 m-0 h-dvh max-h-none w-full max-w-none overflow-hidden bg-tile text-ink"
    >
      <div
        ref={view}
        {...handlers}
        className="grid size-full touch-none place-items-center overflow-hidden data-[zoomed=true]:cursor-grab"
        data-zoomed={scale.value > 1}
      >
        {/* biome-ignore lint/performance/noImgElement: the pictures are SVG, which Next's image optimizer passes over. */}
        <img
          src={image.src}
          alt={image.alt}
          width={800}
          height={800}
          draggable={false}
          data-testid="zoomed"
          style={{ transform: `translate(${scale.x}px, ${scale.y}px) scale(${scale.value})` }}
          className="picture size-[min(100vw,100dvh)] max-w-none object-contain select-none"
        />
      </div>
      <div className="absolute top-[max(12px,env(safe-area-inset-top))] right-3 flex gap-1 rounded-full bg-paper p-1">
        <Control label={productTexts.smaller} off={isSmallest} onPress={() => zoomBy(1 / 1.5)}>
          <Minus aria-hidden size={18} />
        </Control>
        <Control label={productTexts.larger} off={isLargest} onPress={() => zoomBy(1.5)}>
          <Plus aria-hidden size={18} />
        </Control>
        <Control label={productTexts.close} onPress={() => dialog.current?.close()}>
          <X aria-hidden size={18} />
        </Control>
      </div>
    </dialog>
  )
}

interface ControlProps {
  label: string
  off?: boolean
  onPress: () => void
  children: ReactNode
}

function Control({ label, off = false, onPress, children }: ControlProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off}
      onClick={off ? undefined : onPress}
      className="grid size-11 place-items-center rounded-full hover:bg-tile active:bg-line aria-disabled:cursor-default aria-disabled:text-soft aria-disabled:opacity-50"
    >
      {children}
    </button>
  )
}
