'use client'

import { NumberField } from '@base-ui/react/number-field'
import { Minus, Plus } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { locale } from '../lib/locale.ts'
import { classNames } from './class-names.ts'

interface QuantityFieldProps {
  /** Read out before the number: `Quantity of Turned oak bowl`. */
  label: string
  value: number
  max: number
  onChange: (quantity: number) => void
  disabled?: boolean
  size?: 'small' | 'medium'
  /** The element that says why it stops. */
  describedBy?: string | undefined
}

/** − / typed / +. Never leaves 1 to `max`. */
export function QuantityField(props: QuantityFieldProps) {
  const { label, value, max, onChange, disabled, describedBy, size = 'small' } = props
  const input = useFollowingMax(value, max)
  return (
    <NumberField.Root
      // What was typed before it was disabled would stand there again afterwards.
      key={String(disabled ?? false)}
      value={value}
      min={1}
      max={Math.max(1, max)}
      step={1}
      smallStep={1}
      format={{ maximumFractionDigits: 0, useGrouping: false }}
      locale={locale}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(Math.max(1, Math.trunc(next)))
      }}
    >
      <NumberField.Group
        className={classNames(
          'flex items-stretch rounded-control border border-line-strong',
          size === 'small' ? 'h-10 min-w-28 pointer-coarse:h-11 pointer-coarse:min-w-33' : 'h-12 min-w-36',
          'focus-within:border-ink has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-ink data-disabled:border-line data-disabled:text-soft',
        )}
      >
        <NumberField.Decrement aria-label={`One less: ${label}`} className={stepper}>
          <Minus aria-hidden size={14} />
        </NumberField.Decrement>
        <NumberField.Input
          ref={input}
          aria-label={label}
          aria-describedby={describedBy}
          inputMode="numeric"
          className="w-0 min-w-0 flex-1 bg-transparent text-center text-sm tabular-nums outline-none pointer-coarse:text-base"
        />
        <NumberField.Increment aria-label={`One more: ${label}`} className={stepper}>
          <Plus aria-hidden size={14} />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  )
}

/** An input whose text follows when `max` falls below it: while one types, Base UI leaves the text alone until blur. */
function useFollowingMax(value: number, max: number) {
  const input = useRef<HTMLInputElement>(null)
  const maxBefore = useRef(max)
  useLayoutEffect(() => {
    const fell = max < maxBefore.current
    maxBefore.current = max
    const field = input.current
    // A value above `max` is kept on purpose: a line of the cart is short and says so.
    if (!fell || value > max || !field || document.activeElement !== field) return
    if (Number(field.value) <= max) return
    field.blur()
    field.focus({ preventScroll: true })
  }, [value, max])
  return input
}

const stepper =
  'grid w-9 flex-none place-items-center rounded-control text-ink transition-colors hover:bg-tile active:bg-line disabled:text-soft disabled:opacity-50 disabled:hover:bg-transparent data-disabled:text-soft data-disabled:opacity-50 data-disabled:hover:bg-transparent pointer-coarse:w-11'
