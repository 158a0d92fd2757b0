import type { AdminProduct } from '@onhand/contract/catalog'
import Link from 'next/link'
import { Notice } from '../../components/notice.tsx'
import { isFinal } from '../../lib/api-errors.ts'
import { failureWords } from './failure-words.ts'

/** Says why nothing was booked, or that it is not known whether something was. */
export function StockFailure({ error, product }: { error: unknown; product: AdminProduct }) {
  if (isFinal(error)) return <Notice title="Nothing was booked">{failureWords(error)}</Notice>
  return (
    <Notice title="The shop has not answered">
      It may have been booked or not. Booking just the same again is safe: it counts once. Before you book
      anything else, look at{' '}
      <Link href={`/admin/products/${product.id}#movements`} target="_blank" className="link">
        its movements (in another tab)
      </Link>
      .
    </Notice>
  )
}
