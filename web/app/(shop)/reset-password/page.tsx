import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { ResetPasswordView } from '../../../features/accounts/reset-password-view.tsx'

export const metadata: Metadata = {
  title: pageTexts.resetPassword,
  robots: { index: false },
  // The link may hold its token where a referrer would show it.
  referrer: 'no-referrer',
}

export default function ResetPasswordPage() {
  return <ResetPasswordView />
}
