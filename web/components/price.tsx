import { price } from '../lib/locale.ts'
import { classNames } from './class-names.ts'

interface PriceProps {
  amount: number
  currency: string
  className?: string
}

export function Price({ amount, currency, className }: PriceProps) {
  return <span className={classNames('tabular-nums', className)}>{price(amount, currency)}</span>
}
