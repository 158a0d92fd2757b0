'use client'

import type { Person } from '@onhand/contract/accounts'
import { nameLengthMax } from '@onhand/contract/limits'
import { useQueryClient } from '@tanstack/react-query'
import { notify } from '../../components/notify.ts'
import { TextField } from '../../components/text-field.tsx'
import { changeName } from '../../lib/account-api.ts'
import { AccountForm } from './account-form.tsx'
import { useAccountForm } from './use-account-form.ts'
import { personKey } from './use-person.ts'

export function ChangeName({ person }: { person: Person }) {
  const queryClient = useQueryClient()
  const form = useAccountForm({
    fields: ['name'],
    check: () => ({}),
    async send({ name }) {
      const changed = await changeName(name.trim())
      queryClient.setQueryData(personKey(changed.id), changed)
      notify({ title: changed.name === '' ? 'Your name is removed' : 'Your name is changed' })
    },
  })
  return (
    <AccountForm form={form} action="Save the name" busyWords="Saving the name">
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        maxLength={nameLengthMax}
        defaultValue={person.name}
        hint="What we call you. You may leave it empty."
        error={form.errors.name}
      />
    </AccountForm>
  )
}
