'use client'

import { roomTexts } from '#messages/admin-room.tsx'
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

interface ListEndProps {
  pages: Pages
  texts: { failed: string; more: string }
}

/** What stands below a list: the way to more, or why there is none. */
export function ListEnd({ pages, texts }: ListEndProps) {
  if (pages.error) {
    return (
      <Notice
        title={texts.failed}
        action={
          <Button size="small" onClick={() => void pages.refetch()}>
            {roomTexts.tryAgain}
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
      {texts.more}
    </Button>
  )
}
