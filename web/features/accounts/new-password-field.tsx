import { accountTexts } from '#messages/accounts.tsx'
import { PasswordField } from '../../components/password-field.tsx'
import { passwordRule } from './field-errors.ts'

/** A password to be, with what it must be like. */
export function NewPasswordField({
  name,
  label = accountTexts.newPassword,
  error,
}: {
  name: string
  label?: string
  error: string | undefined
}) {
  return (
    <PasswordField label={label} name={name} autoComplete="new-password" hint={passwordRule} error={error} />
  )
}
