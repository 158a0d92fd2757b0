'use client'

import type { NewProduct } from '@onhand/contract/catalog'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { adminProductTexts } from '#messages/admin-products.tsx'
import { roomTexts } from '#messages/admin-room.tsx'
import { notify } from '../../components/notify.ts'
import { createProduct, listAllProducts } from './admin-api.ts'
import { BackLink } from './back-link.tsx'
import { ListEnd } from './list-end.tsx'
import { emptyFields } from './product-fields.ts'
import { ProductForm } from './product-form.tsx'
import { learnProduct, productsKey } from './product-keys.ts'
import { RowsSkeleton } from './rows-skeleton.tsx'

/** The currency of the first product in a shop that has none yet. */
const firstCurrency = 'EUR'

/** Puts a new product on the shelf. */
export function NewProductPage() {
  const router = useRouter()
  const queryClient = useQueryClient()
  const first = useQuery({
    queryKey: [...productsKey, 'currency'],
    queryFn: async () => (await listAllProducts({ limit: 1 })).products[0]?.currency ?? firstCurrency,
  })
  if (first.isPending) return <RowsSkeleton label={adminProductTexts.newProduct} />

  async function save(product: NewProduct): Promise<void> {
    const created = await createProduct(product)
    learnProduct(queryClient, created)
    notify({ id: `product ${created.id}`, title: created.name, description: adminProductTexts.created })
    router.replace(`/admin/products/${created.id}`)
  }

  return (
    <div className="flex flex-col gap-6">
      <BackLink href="/admin">{adminProductTexts.products}</BackLink>
      <h1 className="text-4xl">{adminProductTexts.newProduct}</h1>
      {first.data === undefined ? (
        <ListEnd
          pages={{ ...first, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: first.refetch }}
          texts={roomTexts.lists.currency}
        />
      ) : (
        <ProductForm
          fields={emptyFields}
          currency={first.data}
          isNew
          label={adminProductTexts.create}
          onSave={save}
        />
      )}
    </div>
  )
}
