import { previewOf } from '../../../../../features/catalog/preview-image.tsx'
import { showProduct } from '../../../../../lib/api.ts'
import { isRefusal } from '../../../../../lib/api-errors.ts'

/** What other sites and messengers show of a product that is linked to. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const product = await showProduct((await params).slug).catch((error: unknown) => {
    if (isRefusal(error, 'product_not_found')) return undefined
    throw error
  })
  if (!product) return new Response(null, { status: 404 })
  // The drawing's bytes are shared, so each answer gets a copy.
  const body = (await previewOf(product)).slice(0)
  return new Response(body, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' },
  })
}
