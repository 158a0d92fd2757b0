import type { Metadata } from 'next'
import { returnsTexts } from '#messages/returns.tsx'
import { TextPage } from '../../../components/text-page.tsx'

const { title, description, heading, text } = returnsTexts

export const metadata: Metadata = { title, description }

export default function ReturnsPage() {
  return <TextPage title={heading}>{text}</TextPage>
}
