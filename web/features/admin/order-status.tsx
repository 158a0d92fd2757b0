import type { AdminOrder } from '@onhand/contract/orders'
import { classNames } from '../../components/class-names.ts'
import { statusWords } from './order-words.ts'

export function OrderStatus({ status }: Pick<AdminOrder, 'status'>) {
  return (
    <span
      className={classNames(
        'rounded-full px-2 py-0.5 text-xs',
        status === 'placed' ? 'bg-live-tint text-ink' : 'bg-tile text-soft',
      )}
    >
      {statusWords[status]}
    </span>
  )
}
