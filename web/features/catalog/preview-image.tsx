import type { Product } from '@onhand/contract/catalog'
import { ImageResponse } from 'next/og'
import { shopTexts } from '#messages/shop.ts'
import { publicUrl } from '../../lib/public-url.ts'
import { previewSize } from './preview-size.ts'

/** Pictures that can be drawn into another. */
const drawable = /^image\/(svg\+xml|png|jpeg|gif)\b/
const previewsMax = 50

const kept = new Map<string, Promise<ArrayBuffer>>()
let drawing: Promise<unknown> = Promise.resolve()

/**
 * A product's picture and name as a PNG. No stock and no price: such pictures are kept for weeks where we cannot reach
 * them. Drawing one takes a good part of a second, so one is drawn after the other, and each only once.
 */
export function previewOf({ name, image }: Product): Promise<ArrayBuffer> {
  const key = JSON.stringify([name, image?.src])
  const known = kept.get(key)
  if (known) return known
  const drawn = drawing.then(() => draw(name, image?.src))
  drawing = drawn.catch(() => kept.delete(key))
  kept.set(key, drawn)
  const [oldest] = kept.keys()
  if (kept.size > previewsMax && oldest !== undefined) kept.delete(oldest)
  return drawn
}

async function draw(name: string, src: string | undefined): Promise<ArrayBuffer> {
  const picture = src && (await dataUrlOf(src))
  const preview = (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: '#f8f5ee', color: '#1c1a16' }}>
      {picture && (
        // biome-ignore lint/performance/noImgElement: not a page but a drawing of one.
        <img src={picture} alt="" width={630} height={630} style={{ objectFit: 'cover' }} />
      )}
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          flex: 1,
          padding: 64,
        }}
      >
        <div style={{ display: 'flex', fontSize: 64, lineHeight: 1.1, letterSpacing: '-0.02em' }}>
          {name.length > 80 ? `${name.slice(0, 79)}…` : name}
        </div>
        <div style={{ display: 'flex', alignItems: 'center', fontSize: 32 }}>
          <div style={{ width: 20, height: 20, marginRight: 16, borderRadius: 10, background: '#17603f' }} />
          {shopTexts.name}
        </div>
      </div>
    </div>
  )
  return new ImageResponse(preview, previewSize).arrayBuffer()
}

/** Undefined when the picture cannot be had or drawn; the preview does without. */
async function dataUrlOf(src: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL(src, process.env.STOREFRONT_URL ?? publicUrl('/')))
    const type = response.headers.get('Content-Type') ?? ''
    if (!response.ok || !drawable.test(type)) return undefined
    return `data:${type.split(';')[0]};base64,${Buffer.from(await response.arrayBuffer()).toString('base64')}`
  } catch {
    return undefined
  }
}
