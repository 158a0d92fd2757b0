'use client'

import { Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { controlTexts } from '#messages/controls.ts'
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

/** − / typed / +. Never leads out of 1 to `max`. */
export function QuantityField(props: QuantityFieldProps) {
  const { label, value, max, onChange, disabled = false, describedBy, size = 'small' } = props
  const typing = useTyping(value, max, disabled)

  function change(quantity: number): void {
    typing.end()
    onChange(within(quantity, max))
  }

  function type(text: string): void {
    typing.goOn(text)
    const quantity = Number.parseInt(text, 10)
    if (!Number.isNaN(quantity)) onChange(within(quantity, max))
  }

  function press(event: KeyboardEvent): void {
    const wanted = { ArrowUp: value + 1, ArrowDown: value - 1, PageUp: value + 10, PageDown: value - 10 }[
      event.key
    ]
    if (wanted === undefined) return
    event.preventDefault()
    change(wanted)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row by all browsers.
    <div
      role="group"
      className={classNames(
        'flex items-stretch rounded-control border border-line-strong',
        size === 'small' ? 'h-10 min-w-28 pointer-coarse:h-11 pointer-coarse:min-w-33' : 'h-12 min-w-36',
        'focus-within:border-ink has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-ink has-[input:disabled]:border-line has-[input:disabled]:text-soft',
      )}
    >
      <Step label={controlTexts.oneLess(label)} off={disabled || value <= 1} onStep={() => change(value - 1)}>
        <Minus aria-hidden size={14} />
      </Step>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-describedby={describedBy}
        disabled={disabled}
        value={typing.text ?? String(value)}
        onChange={(event) => type(event.target.value)}
        onBlur={typing.end}
        onKeyDown={press}
        className="w-0 min-w-0 flex-1 bg-transparent text-center text-sm tabular-nums outline-none pointer-coarse:text-base"
      />
      <Step
        label={controlTexts.oneMore(label)}
        off={disabled || value >= max}
        onStep={() => change(value + 1)}
      >
        <Plus aria-hidden size={14} />
      </Step>
    </div>
  )
}

interface StepProps {
  label: string
  /** It leads no further; it keeps the focus, though, so that a keyboard does not lose its place. */
  off: boolean
  onStep: () => void
  children: ReactNode
}

function Step({ label, off, onStep, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off}
      onClick={off ? undefined : onStep}
      className="grid w-9 flex-none place-items-center rounded-control text-ink transition-colors hover:bg-tile active:bg-line aria-disabled:cursor-default aria-disabled:text-soft aria-disabled:opacity-50 aria-disabled:hover:bg-transparent pointer-coarse:w-11"
    >
      {children}
    </button>
  )
}

/** What is being typed stands as it was typed until the field is left, or until there is less than that. */
function useTyping(value: number, max: number, disabled: boolean) {
  const [text, setText] = useState<string>()
  const [maxBefore, setMaxBefore] = useState(max)
  if (max !== maxBefore) {
    setMaxBefore(max)
    // A value above `max` is kept on purpose: a line of the cart is short and says so.
    if (max < maxBefore && value <= max && Number(text) > max) setText(undefined)
  }
  if (disabled && text !== undefined) setText(undefined)
  return { text, goOn: setText, end: () => setText(undefined) }
}

function within(quantity: number, max: number): number {
  return Math.max(1, Math.min(quantity, max))
}
