'use client'

import { useEffect, useRef, useState } from 'react'
import { checkoutTexts } from '#messages/checkout.tsx'
import type { Refusal } from '../../lib/api-errors.ts'
import { contactErrors } from './contact.ts'
import {
  type ContactField,
  emptyContact,
  keepContact,
  keptContact,
  type TypedContact,
} from './typed-contact.ts'

export interface ContactForm {
  typed: TypedContact
  errors: Partial<TypedContact>
  /** Changes with every order that was stopped by errors, and with nothing else. */
  stopped: number
  change(part: Partial<TypedContact>): void
  /**
   * Returns whether the order may go out; else says what is wrong, beside the fields and above them. Nothing is said
   * when a field is left: what comes up then would push the button away from under the pointer.
   */
  check(): boolean
}

/**
 * What is typed about whose order it is. It is kept over a reload and a refusal.
 *
 * @param own stands there until anything is typed; undefined for a guest
 * @param refusal what the shop finds wrong is told as if it was found here
 */
export function useContact(
  own: { email: string; name: string } | undefined,
  refusal: Refusal | undefined,
): ContactForm {
  const { email: ownEmail = '', name: ownName = '' } = own ?? {}
  const [typed, setTyped] = useState(emptyContact)
  const [errors, setErrors] = useState<Partial<TypedContact>>({})
  const [stopped, setStopped] = useState(0)
  const touched = useRef(false)

  useEffect(() => setTyped(keptContact()), [])
  useEffect(() => {
    if (ownEmail === '' || touched.current) return
    setTyped((now) => (now.email === '' ? { email: ownEmail, name: now.name || ownName } : now))
  }, [ownEmail, ownName])
  useEffect(() => {
    const refused = refusedFields(refusal)
    if (Object.keys(refused).length === 0) return
    setErrors(refused)
    setStopped((count) => count + 1)
  }, [refusal])

  return {
    typed,
    errors,
    stopped,
    change(part) {
      touched.current = true
      const next = { ...typed, ...part }
      setTyped(next)
      keepContact(next)
      // Only what is wrong already is looked at while it is corrected.
      const wrong = contactErrors(next)
      setErrors(
        Object.fromEntries(
          Object.keys(errors).flatMap((field) => {
            const error = wrong[field as ContactField]
            return error === undefined ? [] : [[field, error]]
          }),
        ),
      )
    },
    check() {
      const wrong = contactErrors(typed)
      setErrors(wrong)
      const isFine = Object.keys(wrong).length === 0
      if (!isFine) setStopped(stopped + 1)
      return isFine
    },
  }
}

/** The element that stands for a field in an address of the page. */
export function contactFieldId(field: ContactField): string {
  return `checkout-${field}`
}

function refusedFields(refusal: Refusal | undefined): Partial<TypedContact> {
  const told = refusal?.problem.errors?.filter(({ path }) => path.startsWith('contact')) ?? []
  return Object.fromEntries(
    told.map(({ path }) => {
      const field = path.endsWith('name') ? 'name' : 'email'
      return [field, checkoutTexts.refused[field]]
    }),
  )
}
