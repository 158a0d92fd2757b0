import { accountTexts } from '#messages/accounts.tsx'

/** The shape of the account's page until it is known who asks. */
export function AccountSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col border-line border-t">
      {['you', 'password', 'signing-out', 'leaving'].map((part) => (
        <div key={part} className="grid gap-x-16 gap-y-4 border-line border-b py-10 lg:grid-cols-[16rem_1fr]">
          <div className="skeleton h-7 w-40" />
          <div className="skeleton h-12 max-w-md" />
        </div>
      ))}
      <p className="sr-only">{accountTexts.loading}</p>
    </div>
  )
}
