import type { Metadata } from 'next'
import { ForgottenPasswordView } from '../../../features/accounts/forgotten-password-view.tsx'

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } }

export default function ForgottenPasswordPage() {
  return <ForgottenPasswordView />
}
