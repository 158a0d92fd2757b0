import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { ForgottenPasswordView } from '../../../features/accounts/forgotten-password-view.tsx'

export const metadata: Metadata = { title: pageTexts.forgottenPassword, robots: { index: false } }

export default function ForgottenPasswordPage() {
  return <ForgottenPasswordView />
}
