import { listTexts } from '#messages/list.ts'

/** The shape of the list while it is on its way. */
export function ListSkeleton() {
  return (
    <div aria-busy="true">
      <p className="sr-only">{listTexts.loadingList}</p>
      <div className="flex flex-col gap-4 border-line border-y py-4">
        <div className="skeleton h-10 w-full max-w-xl" />
        <div className="skeleton h-10 w-full" />
      </div>
      <div className="mt-10 grid grid-cols-2 gap-x-4 gap-y-10 max-[18rem]:grid-cols-1 sm:gap-x-6 md:grid-cols-3 lg:gap-x-8 lg:gap-y-14 xl:grid-cols-4">
        {Array.from({ length: 8 }, (_, index) => index).map((index) => (
          <div key={index} className="flex flex-col gap-3">
            <div className="skeleton aspect-square rounded-tile" />
            <div className="skeleton mt-1 h-5 w-3/4" />
            <div className="skeleton h-4" />
            <div className="skeleton h-4 w-20" />
            <div className="skeleton h-10" />
          </div>
        ))}
      </div>
    </div>
  )
}
