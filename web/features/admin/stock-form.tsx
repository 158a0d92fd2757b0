'use client'

import type { AdminProduct } from '@onhand/contract/catalog'
import { noteLengthMax } from '@onhand/contract/limits'
import type { StockLevel } from '@onhand/contract/stock-events'
import type { StockCount, StockDelta } from '@onhand/contract/stock-movements'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { adminStockTexts } from '#messages/admin-stock.tsx'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { notify } from '../../components/notify.ts'
import { isFinal } from '../../lib/api-errors.ts'
import { randomId } from '../../lib/random-id.ts'
import { moveStock } from './admin-api.ts'
import { CountConflict } from './count-conflict.tsx'
import { fieldLook, RoomField } from './field.tsx'
import { focusFirstError } from './focus-first-error.ts'
import { bookedWords, reasonWords } from './movement-words.ts'
import { learnProduct, movementsKey } from './product-keys.ts'
import { StockFailure } from './stock-failure.tsx'
import { readStockRefusal } from './stock-refusal.ts'
import { reasonsFor, type StockMove, stockRequest } from './stock-request.ts'

interface StockFormProps {
  product: AdminProduct
  level: StockLevel
  move: StockMove
  onClose: () => void
}

const piecesLabels: Record<StockMove, string> = {
  receive: adminStockTexts.pieces.receive,
  adjust: adminStockTexts.pieces.adjust,
  count: adminStockTexts.pieces.count,
}

/** Receives, adjusts or counts one product's stock. */
export function StockForm({ product, level, move, onClose }: StockFormProps) {
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  // What a count is measured against: the stock when it was begun, however long it takes.
  const [base, setBase] = useState(level)
  const [pieces, setPieces] = useState('')
  const [reason, setReason] = useState(reasonsFor[move][0] ?? 'correction')
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<{ pieces?: string; note?: string }>({})
  const [failure, setFailure] = useState<unknown>()
  const [conflict, setConflict] = useState<{ counted: number; now: StockLevel }>()
  const [isSending, setIsSending] = useState(false)
  const busy = useRef(false)
  /** The keys of what was sent and has no final answer: the same again goes with the same key, and is booked once. */
  const unanswered = useRef(new Map<string, string>())

  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  function submit(event: FormEvent): void {
    event.preventDefault()
    const outcome = stockRequest(move, { pieces, reason, note }, base)
    if ('request' in outcome) return void send(outcome.request)
    setErrors({ pieces: outcome.error })
    focusFirstError(form.current)
  }

  async function send(request: StockDelta | StockCount): Promise<void> {
    if (busy.current) return
    busy.current = true
    setIsSending(true)
    setErrors({})
    setFailure(undefined)
    try {
      const reply = await moveStock(product.id, request, keyFor(request))
      learnProduct(queryClient, reply.product)
      notify({ id: `stock of ${product.id}`, ...bookedWords(reply) })
      onClose()
    } catch (error) {
      takeIn(error, request)
    } finally {
      busy.current = false
      setIsSending(false)
    }
  }

  function keyFor(request: StockDelta | StockCount): string {
    const body = JSON.stringify(request)
    const key = unanswered.current.get(body) ?? randomId()
    unanswered.current.set(body, key)
    return key
  }

  function takeIn(error: unknown, request: StockDelta | StockCount): void {
    if (isFinal(error)) unanswered.current.delete(JSON.stringify(request))
    const { current, fields } = readStockRefusal(error)
    if (current && 'countedTo' in request) {
      // A second conflict is still about what the owner counted, not about what it came to.
      setConflict((known) => ({ counted: known?.counted ?? request.countedTo, now: current }))
    } else if (fields) {
      setErrors(fields)
      focusFirstError(form.current)
    } else {
      setFailure(error)
      if (!isFinal(error)) void queryClient.invalidateQueries({ queryKey: movementsKey(product.id) })
    }
  }

  function countAgain(now: StockLevel): void {
    setBase(now)
    setConflict(undefined)
    setPieces('')
    form.current?.querySelector('input')?.focus()
  }

  return (
    <div className="flex flex-col gap-4 rounded-tile bg-tile/50 p-4 sm:p-5">
      {conflict && (
        <CountConflict
          product={product}
          base={base}
          counted={conflict.counted}
          now={conflict.now}
          live={level}
          onBook={(countedTo, { version }) =>
            void send({ countedTo, expectedVersion: version, reason: 'count', ...(note.trim() && { note }) })
          }
          onCountAgain={countAgain}
          onLeave={onClose}
        />
      )}
      {failure !== undefined && <StockFailure error={failure} product={product} />}
      <form
        ref={form}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        hidden={conflict !== undefined}
        className="grid items-start gap-4 [&[hidden]]:hidden sm:grid-cols-2 lg:grid-cols-[12rem_12rem_1fr_auto]"
      >
        <RoomField
          label={piecesLabels[move]}
          error={errors.pieces}
          hint={move === 'count' ? adminStockTexts.begunAt(base.stock) : undefined}
        >
          {(control) => (
            <input
              {...control}
              value={pieces}
              inputMode={move === 'adjust' ? 'text' : 'numeric'}
              autoComplete="off"
              onChange={(event) => setPieces(event.target.value)}
              className={`${fieldLook} tabular-nums`}
            />
          )}
        </RoomField>
        {move !== 'count' && (
          <RoomField label={adminStockTexts.reason}>
            {(control) => (
              <select
                {...control}
                value={reason}
                onChange={(event) =>
                  setReason(reasonsFor[move].find((one) => one === event.target.value) ?? reason)
                }
                className={`${fieldLook} select pr-9`}
              >
                {reasonsFor[move].map((one) => (
                  <option key={one} value={one}>
                    {reasonWords[one]}
                  </option>
                ))}
              </select>
            )}
          </RoomField>
        )}
        <RoomField
          label={adminStockTexts.note}
          optional
          error={errors.note}
          className={classNames('sm:max-lg:col-span-2', move === 'count' && 'lg:col-span-2')}
        >
          {(control) => (
            <input
              {...control}
              value={note}
              maxLength={noteLengthMax}
              autoComplete="off"
              onChange={(event) => setNote(event.target.value)}
              className={fieldLook}
            />
          )}
        </RoomField>
        <div className="flex gap-2 lg:pt-6.5">
          <Button type="submit" size="small" className="min-h-11!" aria-disabled={isSending}>
            {isSending && <span aria-hidden className="spinner" />}
            {adminStockTexts.book}
          </Button>
          <Button look="quiet" size="small" className="min-h-11!" onClick={onClose}>
            {adminStockTexts.close}
          </Button>
        </div>
      </form>
    </div>
  )
}
