import type { Metadata } from 'next'
import { deliveryTexts } from '#messages/delivery.tsx'
import { TextPage } from '../../../components/text-page.tsx'

const { title, description, heading, text } = deliveryTexts

export const metadata: Metadata = { title, description }

export default function DeliveryPage() {
  return <TextPage title={heading}>{text}</TextPage>
}
