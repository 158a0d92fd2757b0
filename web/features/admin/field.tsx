import { type ReactNode, useId } from 'react'
import { classNames } from '../../components/class-names.ts'

/** How every field of the owner's room looks. */
export const fieldLook =
  'min-h-11 w-full rounded-control border border-line-strong bg-raised px-3 text-base hover:border-ink aria-invalid:border-warn sm:text-sm pointer-coarse:text-base'

interface ControlProps {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  className?: string | undefined
  children: (control: ControlProps) => ReactNode
}

/** A label, its control, and what is wrong with what was typed. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId()
  const describedBy = classNames(error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`)
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label} {optional && <span className="font-normal text-soft">(optional)</span>}
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
