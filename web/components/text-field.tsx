import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

interface TextFieldProps extends ComponentProps<'input'> {
  label: ReactNode
  /** Said before anything is wrong. */
  hint?: ReactNode
  error?: string | undefined
  /** Stands at the end of the field. */
  end?: ReactNode
}

/** A labelled field for a line of text; what is wrong with it stands beside it and is read out with it. */
export function TextField({ label, hint, error, end, className, id: ownId, ...rest }: TextFieldProps) {
  const madeId = useId()
  const id = ownId ?? madeId
  const describedBy = classNames(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`)
  return (
    <div className="flex max-w-md flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy || undefined}
          className={classNames(
            'h-12 w-full rounded-control border border-line-strong bg-raised px-4 transition-colors hover:border-ink disabled:border-line disabled:bg-transparent disabled:text-soft aria-invalid:border-warn',
            className,
          )}
          {...rest}
        />
        {end}
      </div>
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
