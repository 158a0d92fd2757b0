import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Link } from './link.tsx'

type Look = 'primary' | 'quiet' | 'warning'
type Size = 'medium' | 'small'

const base =
  'inline-flex select-none items-center justify-center gap-2 rounded-control font-medium transition-[background-color,border-color,color,transform] active:translate-y-px'

const looks: Record<Look, string> = {
  primary:
    'forced-colors:border bg-ink text-paper hover:bg-ink-hover disabled:translate-y-0 disabled:bg-tile disabled:text-soft aria-disabled:translate-y-0',
  warning:
    'forced-colors:border bg-warn text-paper hover:opacity-90 disabled:translate-y-0 disabled:bg-tile disabled:text-soft',
  quiet:
    'border border-line-strong text-ink hover:border-ink hover:bg-raised disabled:translate-y-0 disabled:border-line disabled:bg-transparent disabled:text-soft',
}

const sizes: Record<Size, string> = {
  medium: 'min-h-12 px-6 text-base',
  small: 'min-h-10 px-4 text-sm pointer-coarse:min-h-11',
}

interface Styled {
  look?: Look
  size?: Size
}

export function Button({
  look = 'primary',
  size = 'medium',
  className,
  ...rest
}: ComponentProps<'button'> & Styled) {
  return <button type="button" className={classNames(base, looks[look], sizes[size], className)} {...rest} />
}

export function ButtonLink({
  look = 'primary',
  size = 'medium',
  className,
  ...rest
}: ComponentProps<typeof Link> & Styled) {
  return <Link className={classNames(base, looks[look], sizes[size], className)} {...rest} />
}
