'use client'

import { Printer } from 'lucide-react'
import { orderTexts } from '#messages/orders.tsx'
import { Button } from '../../components/button.tsx'

export function PrintReceipt() {
  return (
    <Button look="quiet" onClick={() => print()} className="noscript:hidden">
      <Printer aria-hidden size={18} strokeWidth={1.75} />
      {orderTexts.print}
    </Button>
  )
}
