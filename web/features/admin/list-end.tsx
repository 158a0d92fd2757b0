'use client'

import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { failureWords } from './failure-words.ts'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  error: Error | null
  fetchNextPage: () => unknown
  refetch: () => unknown
}

/** What stands below a list: the way to more, or why there is none. */
export function ListEnd({ pages, what }: { pages: Pages; what: string }) {
  if (pages.error) {
    return (
      <Notice
        title={`The ${what} could not be loaded`}
        action={
          <Button size="small" onClick={() => void pages.refetch()}>
            Try again
          </Button>
        }
      >
        {failureWords(pages.error)}
      </Notice>
    )
  }
  if (!pages.hasNextPage) return null
  return (
    <Button
      look="quiet"
      size="small"
      className="self-center"
      aria-disabled={pages.isFetchingNextPage}
      onClick={() => {
        if (!pages.isFetchingNextPage) void pages.fetchNextPage()
      }}
    >
      {pages.isFetchingNextPage && <span aria-hidden className="spinner" />}
      More {what}
    </Button>
  )
}
