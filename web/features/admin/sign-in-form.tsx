'use client'

import { emailLengthMax, passwordLengthMax } from '@onhand/contract/limits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { roomTexts } from '#messages/admin-room.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { isRefusal } from '../../lib/api-errors.ts'
import { emailMistake } from '../../lib/email-mistake.ts'
import { signIn } from './admin-api.ts'
import { failureWords } from './failure-words.ts'
import { fieldLook, RoomField } from './field.tsx'
import { focusFirstError } from './focus-first-error.ts'
import { sessionKey } from './use-session.ts'

interface Errors {
  email?: string
  password?: string
}

/** The door of the owner's room. */
export function SignInForm({ title, children }: { title: string; children: string }) {
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<Errors>({})
  const [isShown, setIsShown] = useState(false)
  const entering = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    onSuccess: (user) => {
      queryClient.setQueryData(sessionKey, user)
      void queryClient.invalidateQueries({ queryKey: ['admin'] })
    },
    onError: (error) => {
      if (!isRefusal(error, 'invalid_credentials')) return
      setErrors({ password: roomTexts.notTogether })
      focusFirstError(form.current)
    },
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const request = {
      email: String(typed.get('email')).trim(),
      password: String(typed.get('password')),
    }
    const found = mistakesIn(request)
    setErrors(found)
    if (Object.keys(found).length > 0) focusFirstError(event.currentTarget)
    else if (!entering.isPending) entering.mutate(request)
  }

  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <div className="flex flex-col gap-3">
        <h1 className="text-4xl">{title}</h1>
        <p className="text-soft">{children}</p>
      </div>
      {entering.isError && !isRefusal(entering.error, 'invalid_credentials') && (
        <Notice title={roomTexts.notSignedInYet}>{failureWords(entering.error)}</Notice>
      )}
      <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <RoomField label={roomTexts.email} error={errors.email}>
          {(control) => (
            <input
              {...control}
              name="email"
              type="email"
              inputMode="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={emailLengthMax}
              className={fieldLook}
            />
          )}
        </RoomField>
        <RoomField label={roomTexts.password} error={errors.password}>
          {(control) => (
            <input
              {...control}
              name="password"
              type={isShown ? 'text' : 'password'}
              autoComplete="current-password"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={passwordLengthMax}
              className={fieldLook}
            />
          )}
        </RoomField>
        <label className="inline-flex min-h-10 items-center gap-2 self-start text-sm pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isShown}
            onChange={(event) => setIsShown(event.target.checked)}
            className="checkbox"
          />
          {roomTexts.showPassword}
        </label>
        <Button type="submit" aria-disabled={entering.isPending} className="self-start">
          {entering.isPending && <span aria-hidden className="spinner" />}
          {entering.isPending ? roomTexts.signingIn : roomTexts.signIn}
        </Button>
      </form>
    </div>
  )
}

function mistakesIn({ email, password }: { email: string; password: string }): Errors {
  const wrongEmail = email === '' ? roomTexts.emailMissing : emailMistake(email)
  return {
    ...(wrongEmail !== undefined && { email: wrongEmail }),
    ...(password === '' && { password: roomTexts.passwordMissing }),
  }
}
