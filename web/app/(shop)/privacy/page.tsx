import type { Metadata } from 'next'
import { privacyTexts } from '#messages/privacy.tsx'
import { TextPage } from '../../../components/text-page.tsx'

const { title, description, heading, text } = privacyTexts

export const metadata: Metadata = { title, description }

export default function PrivacyPage() {
  return <TextPage title={heading}>{text}</TextPage>
}
