import { notFound } from 'next/navigation'
import { previewOf, previewSize } from '../../../../features/catalog/preview-image.tsx'
import { showProduct } from '../../../../lib/api.ts'
import { isRefusal } from '../../../../lib/api-errors.ts'

export const contentType = 'image/png'
export const size = previewSize

/** What other sites and messengers show of a product that is linked to. */
export default async function PreviewImage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const product = await showProduct(decodeURIComponent(slug)).catch((error: unknown) => {
    if (isRefusal(error, 'product_not_found')) notFound()
    throw error
  })
  // The drawing's bytes are shared, so each answer gets a copy.
  return new Response((await previewOf(product)).slice(0), {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'public, max-age=3600' },
  })
}
