import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { SignInView } from '../../../features/accounts/sign-in-view.tsx'
import { nextPath } from '../../../lib/next-path.ts'

export const metadata: Metadata = { title: pageTexts.signIn, robots: { index: false } }

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams
  return <SignInView next={typeof next === 'string' ? nextPath(next) : undefined} />
}
