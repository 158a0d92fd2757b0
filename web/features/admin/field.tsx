import { Field, type FieldProps } from '../../components/field.tsx'

/** How every control of the owner's room looks. */
export const fieldLook =
  'min-h-11 w-full rounded-control border border-line-strong bg-raised px-3 text-base hover:border-ink aria-invalid:border-warn sm:text-sm pointer-coarse:text-base'

/** A field of the owner's room. */
export function RoomField(props: Omit<FieldProps, 'small'>) {
  return <Field small {...props} />
}
