'use client'

import type { NewProduct } from '@onhand/contract/catalog'
import { descriptionLengthMax, productNameLengthMax } from '@onhand/contract/limits'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { adminProductTexts } from '#messages/admin-products.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { listCategories } from '../../lib/api.ts'
import { NoAnswer } from '../../lib/api-errors.ts'
import { failureWords } from './failure-words.ts'
import { fieldLook, RoomField } from './field.tsx'
import { focusFirstError } from './focus-first-error.ts'
import { type FieldErrors, type ProductFields, readFields } from './product-fields.ts'
import { readProductRefusal } from './product-refusal.ts'

interface ProductFormProps {
  fields: ProductFields
  currency: string
  isNew: boolean
  /** What the button says. */
  label: string
  /** Sends it; what it throws is told here. */
  onSave: (product: NewProduct) => Promise<void>
}

/** What is said of a product. */
export function ProductForm({ fields: initial, currency, isNew, label, onSave }: ProductFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const categories = useId()
  const { data: known } = useQuery({ queryKey: ['categories'], queryFn: listCategories })
  const [fields, setFields] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<unknown>()
  const [isSaving, setIsSaving] = useState(false)
  const busy = useRef(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy.current) return
    const read = readFields(fields, currency)
    setFailure(undefined)
    setErrors('errors' in read ? read.errors : {})
    if ('errors' in read) return focusFirstError(form.current)
    busy.current = true
    setIsSaving(true)
    try {
      await onSave(read.product)
    } catch (error) {
      const told = readProductRefusal(error)
      setErrors(told ?? {})
      if (told) focusFirstError(form.current)
      else setFailure(error)
    } finally {
      busy.current = false
      setIsSaving(false)
    }
  }

  const bind = (name: keyof ProductFields) => ({
    name,
    value: fields[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) =>
      setFields((before) => ({ ...before, [name]: target.value })),
    className: fieldLook,
  })

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex max-w-2xl flex-col gap-5"
    >
      {failure !== undefined && (
        <Notice
          title={failure instanceof NoAnswer ? adminProductTexts.noAnswer : adminProductTexts.nothingSaved}
        >
          {failure instanceof NoAnswer ? adminProductTexts.perhapsSaved : failureWords(failure)}
        </Notice>
      )}
      <RoomField label={adminProductTexts.name} error={errors.name}>
        {(control) => <input {...control} {...bind('name')} maxLength={productNameLengthMax} />}
      </RoomField>
      <div className="grid gap-5 sm:grid-cols-2">
        <RoomField label={adminProductTexts.priceIn(currency)} error={errors.price}>
          {(control) => <input {...control} {...bind('price')} inputMode="decimal" />}
        </RoomField>
        <RoomField
          label={adminProductTexts.category}
          optional={isNew}
          error={errors.category}
          hint={isNew ? adminProductTexts.categoryHint : undefined}
        >
          {(control) => (
            <>
              <input {...control} {...bind('category')} list={categories} maxLength={productNameLengthMax} />
              <datalist id={categories}>
                {known?.categories.map(({ name }) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </RoomField>
      </div>
      <RoomField label={adminProductTexts.description} optional error={errors.description}>
        {(control) => (
          <textarea
            {...control}
            {...bind('description')}
            rows={5}
            maxLength={descriptionLengthMax}
            className={`${fieldLook} py-2.5 leading-relaxed`}
          />
        )}
      </RoomField>
      <RoomField
        label={adminProductTexts.slug}
        optional={isNew}
        error={errors.slug}
        hint={isNew ? adminProductTexts.newSlugHint : adminProductTexts.slugHint}
      >
        {(control) => (
          <input {...control} {...bind('slug')} spellCheck={false} maxLength={productNameLengthMax} />
        )}
      </RoomField>
      <div className="grid gap-5 sm:grid-cols-2">
        <RoomField
          label={adminProductTexts.picture}
          optional
          error={errors.imageSrc}
          hint={adminProductTexts.pictureHint}
        >
          {(control) => <input {...control} {...bind('imageSrc')} spellCheck={false} />}
        </RoomField>
        <RoomField
          label={adminProductTexts.pictureShows}
          optional
          error={errors.imageAlt}
          hint={adminProductTexts.pictureShowsHint}
        >
          {(control) => <input {...control} {...bind('imageAlt')} maxLength={productNameLengthMax} />}
        </RoomField>
      </div>
      {isNew && (
        <RoomField
          label={adminProductTexts.pieces}
          optional
          error={errors.stock}
          hint={adminProductTexts.piecesHint}
          className="sm:max-w-48"
        >
          {(control) => <input {...control} {...bind('stock')} inputMode="numeric" />}
        </RoomField>
      )}
      <Button type="submit" className="self-start" aria-disabled={isSaving}>
        {isSaving && <span aria-hidden className="spinner" />}
        {label}
      </Button>
    </form>
  )
}
