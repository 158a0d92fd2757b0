import { type ReactNode, useId } from 'react'
import { fieldTexts } from '#messages/fields.ts'
import { classNames } from './class-names.ts'

interface ControlProps {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

export interface FieldProps {
  label: ReactNode
  /** Said before anything is wrong. */
  hint?: ReactNode
  error?: string | undefined
  /** Said beside the label: whatever is not marked has to be filled in. */
  optional?: boolean | undefined
  /** For forms with many fields. */
  small?: boolean
  /** Made when it is left out; for what leads to the control by its address. */
  id?: string | undefined
  className?: string | undefined
  children: (control: ControlProps) => ReactNode
}

/** A label and its control; what is wrong with what was typed stands beside it and is read out with it. */
export function Field({ label, hint, error, optional, small, id: ownId, className, children }: FieldProps) {
  const madeId = useId()
  const id = ownId ?? madeId
  const describedBy = classNames(error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`)
  return (
    <div className={classNames('flex min-w-0 flex-col', small ? 'gap-1.5' : 'gap-2', className)}>
      <label htmlFor={id} className={classNames('font-medium', small && 'text-sm')}>
        {label} {optional && <span className="font-normal text-soft">{fieldTexts.optional}</span>}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': describedBy || undefined })}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-warn">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
