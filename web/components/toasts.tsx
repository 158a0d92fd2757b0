'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

const manager = Toast.createToastManager()

interface Notice {
  title: string
  description?: string
  /** A button or link at its end. Built with the way to close the notice. */
  action?: (close: () => void) => ReactNode
  /** A notice with the same id takes the place of the earlier one. */
  id?: string
  /** Stands until it is closed, for what takes longer to read. */
  lasting?: boolean
}

/** Shows a short notice at the edge of the page and reads it out politely. */
export function notify({ title, description, action, id, lasting }: Notice): void {
  const toastId: string = manager.add({
    id,
    title,
    description,
    timeout: lasting ? 0 : 6_000,
    data: action && { action: action(() => manager.close(toastId)) },
  })
}

export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-sm flex-col gap-2 sm:right-6 sm:bottom-6 sm:left-auto sm:mx-0 sm:w-96">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts } = Toast.useToastManager<{ action?: ReactNode }>()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="toast rounded-control bg-ink text-paper shadow-(--shadow) data-limited:hidden"
    >
      <Toast.Content className="flex min-h-14 items-center gap-4 py-2 pr-2 pl-4 text-sm">
        <div className="min-w-0 flex-1">
          <Toast.Title render={<p />} className="font-medium" />
          <Toast.Description className="opacity-80" />
        </div>
        {toast.data?.action}
        <Toast.Close
          aria-label="Close"
          className="grid size-8 flex-none place-items-center rounded-control opacity-70 hover:opacity-100 pointer-coarse:size-11 focus-visible:outline-paper"
        >
          <X aria-hidden size={16} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
