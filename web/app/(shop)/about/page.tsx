import type { Metadata } from 'next'
import { aboutTexts } from '#messages/about.tsx'
import { TextPage } from '../../../components/text-page.tsx'

const { title, description, heading, text } = aboutTexts

export const metadata: Metadata = { title, description }

export default function AboutPage() {
  return <TextPage title={heading}>{text}</TextPage>
}
