import type { Metadata } from 'next'
import { contactTexts } from '#messages/contact.tsx'
import { TextPage } from '../../../components/text-page.tsx'

const { title, description, heading, text } = contactTexts

export const metadata: Metadata = { title, description }

export default function ContactPage() {
  return <TextPage title={heading}>{text}</TextPage>
}
