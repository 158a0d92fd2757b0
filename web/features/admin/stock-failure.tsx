import type { AdminProduct } from '@onhand/contract/catalog'
import { adminStockTexts } from '#messages/admin-stock.tsx'
import { Link } from '../../components/link.tsx'
import { Notice } from '../../components/notice.tsx'
import { isFinal } from '../../lib/api-errors.ts'
import { failureWords } from './failure-words.ts'

/** Says why nothing was booked, or that it is not known whether something was. */
export function StockFailure({ error, product }: { error: unknown; product: AdminProduct }) {
  if (isFinal(error)) return <Notice title={adminStockTexts.nothingBooked}>{failureWords(error)}</Notice>
  return (
    <Notice title={adminStockTexts.noAnswer}>
      {adminStockTexts.perhapsBooked(
        <Link href={`/admin/products/${product.id}#movements`} target="_blank" className="link">
          {adminStockTexts.itsMovements}
        </Link>,
      )}
    </Notice>
  )
}
