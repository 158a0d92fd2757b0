import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'

interface TextFieldProps extends ComponentProps<'input'> {
  label: ReactNode
  /** Said before anything is wrong. */
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  /** Stands at the end of the field. */
  end?: ReactNode
}

/** A field for a line of text. */
export function TextField({ label, hint, error, optional, end, className, id, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id} className="max-w-md">
      {(control) => (
        <div className="relative">
          <input
            {...control}
            className={classNames(
              'h-12 w-full rounded-control border border-line-strong bg-raised px-4 transition-colors hover:border-ink disabled:border-line disabled:bg-transparent disabled:text-soft aria-invalid:border-warn',
              className,
            )}
            {...rest}
          />
          {end}
        </div>
      )}
    </Field>
  )
}
