'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { isRefusal, Refusal } from '../../lib/api-errors.ts'
import { refusalWords } from './refusal-words.ts'

/** A field that the shop may refuse. */
type FieldName = keyof typeof accountTexts.refused
type Values<Name extends string> = Record<Name, string>
type Errors<Name extends string> = Partial<Record<Name, string | undefined>>

interface FormOptions<Name extends FieldName> {
  /** In the order they stand. */
  fields: readonly Name[]
  /** What is wrong with what was typed, told before anything is sent. */
  check(values: Values<Name>): Errors<Name>
  send(values: Values<Name>): Promise<void>
  /** What `invalid_credentials` is about, and what to say. */
  credential?: { field: Name; words: string }
}

export interface AccountForm<Name extends string = string> {
  errors: Errors<Name>
  /** What the shop said that is about no single field. */
  refusal: string | undefined
  busy: boolean
  /** To be spread onto the form. Its fields keep what was typed, also before the page was alive. */
  form: {
    ref: React.RefObject<HTMLFormElement | null>
    onSubmit: (event: FormEvent<HTMLFormElement>) => void
    onInput: (event: FormEvent<HTMLFormElement>) => void
  }
}

/** A form whose errors stand beside their fields, with the focus taken to the first. */
export function useAccountForm<Name extends FieldName>(options: FormOptions<Name>): AccountForm<Name> {
  const { fields, check, send, credential } = options
  const ref = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<Errors<Name>>({})
  const [refusal, setRefusal] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const failure = fields.find((name) => errors[name] !== undefined)

  // Set anew by each submission, so that the same mistake made twice is shown twice.
  const [toFocus, setToFocus] = useState<object>()
  useEffect(() => {
    if (toFocus) focusOn(ref.current, failure)
  }, [toFocus, failure])

  function show(found: Errors<Name>, words?: string): void {
    setErrors(found)
    setRefusal(words)
    setToFocus({})
  }

  async function submit(form: HTMLFormElement): Promise<void> {
    if (sending.current) return
    const values = valuesOf(form, fields)
    const wrong = check(values)
    if (fields.some((name) => wrong[name] !== undefined)) return show(wrong)
    sending.current = true
    setBusy(true)
    setErrors({})
    setRefusal(undefined)
    try {
      await send(values)
    } catch (error) {
      const found = errorsIn(error, fields, credential)
      show(found, Object.keys(found).length === 0 ? refusalWords(error) : undefined)
    } finally {
      sending.current = false
      setBusy(false)
    }
  }

  return {
    errors,
    refusal,
    busy,
    form: {
      ref,
      onSubmit(event) {
        event.preventDefault()
        void submit(event.currentTarget)
      },
      onInput({ target }) {
        const { name } = target as HTMLInputElement
        if (name in errors) setErrors(({ [name as Name]: _mended, ...rest }) => rest as Errors<Name>)
      },
    },
  }
}

function valuesOf<Name extends string>(form: HTMLFormElement, fields: readonly Name[]): Values<Name> {
  const data = new FormData(form)
  return Object.fromEntries(fields.map((name) => [name, String(data.get(name) ?? '')])) as Values<Name>
}

function errorsIn<Name extends FieldName>(
  error: unknown,
  fields: readonly Name[],
  credential: FormOptions<Name>['credential'],
): Errors<Name> {
  if (credential && isRefusal(error, 'invalid_credentials')) {
    return { [credential.field]: credential.words } as Errors<Name>
  }
  if (!(error instanceof Refusal)) return {}
  const told = (error.problem.errors ?? []).filter(({ path }) => fields.includes(path as Name))
  return Object.fromEntries(
    told.map(({ path }) => [path, accountTexts.refused[path as Name]]),
  ) as Errors<Name>
}

/** On the field, or on what is said above the button. */
function focusOn(form: HTMLFormElement | null, field: string | undefined): void {
  const target = field === undefined ? form?.querySelector('[data-refusal]') : form?.elements.namedItem(field)
  if (target instanceof HTMLElement) target.focus()
}
