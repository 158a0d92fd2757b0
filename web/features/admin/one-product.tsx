'use client'

import type { AdminProduct, NewProduct } from '@onhand/contract/catalog'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { adminProductTexts } from '#messages/admin-products.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
import { notify } from '../../components/notify.ts'
import { PageTitle } from '../../components/page-title.tsx'
import { isRefusal } from '../../lib/api-errors.ts'
import { changeProduct, showAnyProduct } from './admin-api.ts'
import { BackLink } from './back-link.tsx'
import { failureWords } from './failure-words.ts'
import { Movements } from './movements.tsx'
import { OnHand } from './on-hand.tsx'
import { changeOf, fieldsOf } from './product-fields.ts'
import { ProductForm } from './product-form.tsx'
import { learnProduct, productKey } from './product-keys.ts'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { StockForm } from './stock-form.tsx'
import { StockMoveButtons } from './stock-move-buttons.tsx'
import { type StockMove, stockMoves } from './stock-request.ts'
import { useOnHand } from './use-on-hand.ts'
import { Withdrawal } from './withdrawal.tsx'
import { WithdrawnMark } from './withdrawn-mark.tsx'

/** One product: its stock, its ledger, and what is said of it. */
export function OneProduct({ id }: { id: string }) {
  const {
    data: product,
    error,
    refetch,
  } = useQuery({
    queryKey: productKey(id),
    queryFn: () => showAnyProduct(id),
  })
  if (product) return <ProductRoom product={product} />
  if (!error) return <RowsSkeleton label={adminProductTexts.loading} />
  const isMissing = isRefusal(error, 'product_not_found')
  return (
    <EmptyState
      level="h1"
      title={isMissing ? adminProductTexts.noSuch : adminProductTexts.failed}
      action={
        isMissing ? (
          <ButtonLink href="/admin">{adminProductTexts.allProducts}</ButtonLink>
        ) : (
          <Button onClick={() => void refetch()}>{adminProductTexts.tryAgain}</Button>
        )
      }
    >
      {isMissing ? adminProductTexts.mistyped : failureWords(error)}
    </EmptyState>
  )
}

function ProductRoom({ product }: { product: AdminProduct }) {
  const queryClient = useQueryClient()
  // What the form was filled with: what another administrator changes meanwhile is not taken back by saving.
  const [filled, setFilled] = useState(product)

  async function save(edited: NewProduct): Promise<void> {
    const change = changeOf(filled, edited)
    if (Object.keys(change).length === 0) {
      notify({
        id: `product ${product.id}`,
        title: adminProductTexts.nothingChanged,
        description: product.name,
      })
      return
    }
    const saved = await changeProduct(product.id, change)
    setFilled(saved)
    learnProduct(queryClient, saved)
    notify({ id: `product ${saved.id}`, title: saved.name, description: adminProductTexts.saved })
  }

  return (
    <div className="flex flex-col gap-12">
      <PageTitle title={product.name} />
      <header className="flex flex-col gap-3">
        <BackLink href="/admin">{adminProductTexts.products}</BackLink>
        <h1 className="wrap-anywhere text-4xl">{product.name}</h1>
        <p className="flex flex-wrap items-center gap-3 text-sm text-soft">
          {product.category}
          {product.withdrawn ? (
            <WithdrawnMark />
          ) : (
            <Link href={`/products/${product.slug}`} className="link inline-flex min-h-6 items-center">
              {adminProductTexts.seeInShop}
            </Link>
          )}
        </p>
      </header>
      <Stock product={product} />
      <Movements product={product} />
      <section aria-labelledby="about" className="flex flex-col gap-5">
        <h2 id="about" className="text-2xl">
          {adminProductTexts.about}
        </h2>
        <ProductForm
          fields={fieldsOf(filled)}
          currency={product.currency}
          isNew={false}
          label={adminProductTexts.save}
          onSave={save}
        />
      </section>
      <Withdrawal product={product} />
    </div>
  )
}

function Stock({ product }: { product: AdminProduct }) {
  const level = useOnHand(product)
  const [move, setMove] = useState<StockMove>()
  const buttons = useRef<HTMLDivElement>(null)

  function close(): void {
    const index = move ? stockMoves.indexOf(move) : 0
    setMove(undefined)
    buttons.current?.querySelectorAll('button')[index]?.focus()
  }

  return (
    <section aria-label={adminProductTexts.stock} className="flex flex-col gap-4 border-line border-y py-5">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <OnHand level={level} />
        <StockMoveButtons ref={buttons} name={product.name} open={move} onChoose={setMove} />
      </div>
      {move && <StockForm key={move} product={product} level={level} move={move} onClose={close} />}
    </section>
  )
}
