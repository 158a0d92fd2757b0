import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { AccountNav } from '../../../features/accounts/account-nav.tsx'
import { AccountView } from '../../../features/accounts/account-view.tsx'

export const metadata: Metadata = { title: pageTexts.account, robots: { index: false } }

export default function AccountPage() {
  return (
    <>
      <h1 className="mb-4 text-4xl sm:text-5xl">{pageTexts.account}</h1>
      <AccountNav />
      <AccountView />
    </>
  )
}
