'use client'

import { type ReactNode, useId } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { Link } from '../../components/link.tsx'
import { AccountSkeleton } from './account-skeleton.tsx'
import { ChangeName } from './change-name.tsx'
import { ChangePassword } from './change-password.tsx'
import { DeleteAccount } from './delete-account.tsx'
import { ForShoppers } from './for-shoppers.tsx'
import { SignOut } from './sign-out.tsx'

/** Everything about the account itself. */
export function AccountView() {
  return (
    <ForShoppers skeleton={<AccountSkeleton />}>
      {(person) => (
        <div className="flex flex-col border-line border-t">
          <Part title={accountTexts.you}>
            <p className="mb-6">
              {accountTexts.signInAs(<span className="wrap-anywhere font-medium">{person.email}</span>)}
            </p>
            <ChangeName person={person} />
          </Part>
          {person.role === 'admin' && (
            <Part title={accountTexts.shop}>
              <Link href="/admin" className="underline underline-offset-4">
                {accountTexts.room}
              </Link>
            </Part>
          )}
          <Part title={accountTexts.passwordPart}>
            <ChangePassword email={person.email} />
          </Part>
          <Part title={accountTexts.signingOut}>
            <SignOut />
          </Part>
          <Part title={accountTexts.leaving}>
            <DeleteAccount />
          </Part>
        </div>
      )}
    </ForShoppers>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-16 gap-y-4 border-line border-b py-10 lg:grid-cols-[16rem_1fr]"
    >
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
