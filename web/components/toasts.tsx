'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { noticeTexts } from '#messages/notices.ts'
import { type Notice, showNotices } from './notify.ts'
import { onTopLayer, topLayer } from './top-layer.ts'

/** Long enough to read a line; it waits while one is on it, and while the window is left. */
const readMs = 6_000
/** Long enough to reach what can be done, by keyboard too. */
const actMs = 20_000

const manager = Toast.createToastManager()

/** Where notices stand: at the page's edge or, while one is open, at the edge of a dialog. */
export function Toasts() {
  const container = useSyncExternalStore(onTopLayer, topLayer, () => null)
  // The place has to be there before anything is said in it, or a screen reader passes over it.
  useEffect(() => showNotices(show), [])
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal container={container ?? undefined}>
        <Toast.Viewport
          aria-label={noticeTexts.notices}
          className="toasts fixed inset-x-4 bottom-[calc(1rem+var(--bottom-bar)+var(--behind-notice))] z-50 mx-auto flex max-w-sm flex-col gap-2 outline-none sm:right-6 sm:bottom-[calc(1.5rem+var(--bottom-bar)+var(--behind-notice))] sm:left-auto sm:mx-0 sm:w-96 print:hidden"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function show({ title, description, action, id, lasting }: Notice): void {
  const toastId: string = manager.add({
    id,
    title,
    description,
    timeout: lasting ? 0 : action ? actMs : readMs,
    data: action && { action: action(() => manager.close(toastId)) },
  })
}

function ToastList() {
  const { toasts } = Toast.useToastManager<{ action?: ReactNode }>()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="toast rounded-control bg-ink text-paper forced-colors:border shadow-(--shadow) data-limited:hidden"
    >
      <Toast.Content className="flex min-h-14 items-center gap-4 py-2 pr-2 pl-4 text-sm">
        <div className="min-w-0 flex-1 wrap-anywhere">
          <Toast.Title render={<p />} className="font-medium" />
          <Toast.Description className="opacity-80" />
          {toast.data?.action && <p className="sr-only">{noticeTexts.key}</p>}
        </div>
        {toast.data?.action}
        <Toast.Close
          aria-label={noticeTexts.close}
          className="grid size-8 flex-none place-items-center rounded-control opacity-70 transition-opacity hover:opacity-100 active:opacity-60 pointer-coarse:size-11 focus-visible:outline-paper"
        >
          <X aria-hidden size={16} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
