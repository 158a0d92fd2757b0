'use client'

import { useEffect, useRef } from 'react'
import { checkoutTexts } from '#messages/checkout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { ContactField } from './typed-contact.ts'
import { type ContactForm, contactFieldId } from './use-contact.ts'

const fields: ContactField[] = ['email', 'name']

/** Sums up, above the form, what stopped the order; the focus is taken here, and each line leads to its field. */
export function ErrorSummary({ contact: { errors, stopped } }: { contact: ContactForm }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (stopped === 0) return
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'center' })
  }, [stopped])
  const wrong = fields.filter((field) => errors[field] !== undefined)
  if (stopped === 0 || wrong.length === 0) return null
  return (
    <div ref={place} tabIndex={-1} data-testid="error-summary" className="rounded-tile outline-none">
      <Notice title={checkoutTexts.toCorrect(wrong.length)} live>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {wrong.map((field) => (
            <li key={field}>
              <a
                href={`#${contactFieldId(field)}`}
                className="link inline-flex min-h-6 items-center"
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(contactFieldId(field))?.focus()
                }}
              >
                {errors[field]}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
