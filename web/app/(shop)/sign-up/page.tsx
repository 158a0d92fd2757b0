import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { SignUpView } from '../../../features/accounts/sign-up-view.tsx'
import { nextPath } from '../../../lib/next-path.ts'

export const metadata: Metadata = { title: pageTexts.signUp, robots: { index: false } }

interface SignUpPageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const { next } = await searchParams
  return <SignUpView next={typeof next === 'string' ? nextPath(next) : undefined} />
}
