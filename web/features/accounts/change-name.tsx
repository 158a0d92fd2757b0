'use client'

import type { Person } from '@onhand/contract/accounts'
import { nameLengthMax } from '@onhand/contract/limits'
import { useQueryClient } from '@tanstack/react-query'
import { accountTexts } from '#messages/accounts.tsx'
import { notify } from '../../components/notify.ts'
import { TextField } from '../../components/text-field.tsx'
import { changeName } from '../../lib/account-api.ts'
import { AccountForm } from './account-form.tsx'
import { nameError } from './field-errors.ts'
import { useAccountForm } from './use-account-form.ts'
import { personKey } from './use-person.ts'

export function ChangeName({ person }: { person: Person }) {
  const queryClient = useQueryClient()
  const form = useAccountForm({
    fields: ['name'],
    check: ({ name }) => ({ name: nameError(name) }),
    async send({ name }) {
      const changed = await changeName(name.trim())
      queryClient.setQueryData(personKey(changed.id), changed)
      notify({ title: changed.name === '' ? accountTexts.nameRemoved : accountTexts.nameChanged })
    },
  })
  return (
    <AccountForm form={form} action={accountTexts.saveName} busyWords={accountTexts.savingName}>
      <TextField
        label={accountTexts.name}
        optional
        name="name"
        autoComplete="name"
        maxLength={nameLengthMax}
        defaultValue={person.name}
        hint={accountTexts.nameHint}
        error={form.errors.name}
      />
    </AccountForm>
  )
}
