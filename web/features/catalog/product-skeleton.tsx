import { productTexts } from '#messages/product.ts'

/** The shape of a product's page while it is on its way. */
export function ProductSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-x-16 gap-y-8 md:grid-cols-2 lg:grid-cols-[7fr_5fr]">
      <h1 className="sr-only">{productTexts.loading}</h1>
      <div className="skeleton aspect-square rounded-tile" />
      <div className="flex flex-col gap-4 md:py-4">
        <div className="skeleton h-5 w-32" />
        <div className="skeleton h-11 w-4/5" />
        <div className="skeleton h-7 w-20" />
        <div className="skeleton mt-8 h-24" />
        <div className="skeleton mt-4 h-28" />
      </div>
    </div>
  )
}
