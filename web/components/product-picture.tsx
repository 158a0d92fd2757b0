import { classNames } from './class-names.ts'

interface ProductPictureProps {
  image: { src: string; alt: string } | null
  /** Stands on the tile when there is no picture. */
  name: string
  /** Load it at once: it is seen first. */
  eager?: boolean
  /** The name stands beside it, so that a reader need not hear what it shows. */
  decorative?: boolean
  className?: string
}

/** A product's picture on its square tile. */
export function ProductPicture({ image, name, eager, decorative, className }: ProductPictureProps) {
  const tile = classNames('picture aspect-square w-full overflow-hidden rounded-tile', className)
  if (!image) {
    return (
      <span
        aria-hidden
        className={classNames(tile, 'grid place-items-center font-display text-4xl text-soft')}
      >
        {name.slice(0, 1)}
      </span>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: the pictures are SVG, which Next's image optimizer passes over.
    <img
      src={image.src}
      alt={decorative ? '' : image.alt}
      width={800}
      height={800}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'auto'}
      decoding="async"
      className={classNames(tile, 'object-cover')}
    />
  )
}
