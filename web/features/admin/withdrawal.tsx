'use client'

import type { AdminProduct } from '@onhand/contract/catalog'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { adminProductTexts } from '#messages/admin-products.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { notify } from '../../components/notify.ts'
import { changeProduct } from './admin-api.ts'
import { failureWords } from './failure-words.ts'
import { learnProduct } from './product-keys.ts'

/** Takes a product out of the shop, or puts it back. */
export function Withdrawal({ product }: { product: AdminProduct }) {
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => changeProduct(product.id, { withdrawn: !product.withdrawn }),
    onSuccess: (changed) => {
      learnProduct(queryClient, changed)
      notify({
        id: `product ${changed.id}`,
        title: changed.name,
        description: changed.withdrawn ? adminProductTexts.nowWithdrawn : adminProductTexts.nowBack,
      })
    },
  })
  return (
    <section
      aria-labelledby="withdrawal"
      className="flex flex-col items-start gap-4 border-line border-t pt-8"
    >
      <h2 id="withdrawal" className="text-2xl">
        {product.withdrawn ? adminProductTexts.isWithdrawn : adminProductTexts.withdraw}
      </h2>
      <p className="max-w-prose text-soft">
        {product.withdrawn ? adminProductTexts.withdrawnMeans : adminProductTexts.withdrawingMeans}
      </p>
      {error && <Notice title={adminProductTexts.perhapsUnchanged}>{failureWords(error)}</Notice>}
      <Button look="quiet" aria-disabled={isPending} onClick={() => !isPending && mutate()}>
        {product.withdrawn ? adminProductTexts.putBack : adminProductTexts.withdrawFromShop}
      </Button>
    </section>
  )
}
