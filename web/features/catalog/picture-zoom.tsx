'use client'

import type { Product } from '@onhand/contract/catalog'
import { ZoomIn } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type MouseEvent, useState } from 'react'
import { productTexts } from '#messages/product.ts'
import { ProductPicture } from '../../components/product-picture.tsx'

const loadDialog = () => import('./zoom-dialog.tsx')
const ZoomDialog = dynamic(loadDialog)

/** The product's picture, which opens large. Without JavaScript it leads to the picture itself. */
export function PictureZoom({ product: { image, name } }: { product: Product }) {
  const [isOpen, setOpen] = useState(false)
  if (!image) return <ProductPicture image={null} name={name} />

  function open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }

  return (
    <>
      <a
        href={image.src}
        onClick={open}
        onPointerEnter={() => void loadDialog()}
        aria-label={productTexts.seeLarger(image.alt || name)}
        className="group relative block cursor-zoom-in rounded-tile"
      >
        <ProductPicture image={image} name={name} eager />
        <span className="absolute right-3 bottom-3 grid size-11 place-items-center rounded-full bg-paper opacity-90 transition-opacity group-hover:opacity-100 group-active:bg-tile">
          <ZoomIn aria-hidden size={18} strokeWidth={1.75} />
        </span>
      </a>
      {isOpen && <ZoomDialog image={image} onClose={() => setOpen(false)} />}
    </>
  )
}
