'use client'
import { useEffect, useRef } from 'react'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { changePasswordAction } from '@/lib/people/accounts/actions'
import { PasswordField } from '@/components/base/forms/password-field'

interface PasswordFormProps {
  email: string
  labels: {
    current: string
    new: string
    newHint: string
    submit: string
    busy: string
    done: string
  }
}

/** Passwords are never filled in again after an error. */
export function PasswordForm({ email, labels }: PasswordFormProps) {
  const [result, send] = useFormAction(changePasswordAction)
  const errors = useFieldErrors(result)
  const outcome = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (result.status === 'ok') outcome.current?.focus()
  }, [result])

  return (
    <div className="max-w-[28rem] space-y-6">
      <FormErrors
        result={result}
        labels={{ currentPassword: labels.current, newPassword: labels.new }}
      />
      <div ref={outcome} tabIndex={-1}>
        {result.status === 'ok' ? (
          <Notice tone="success" live>
            {labels.done}
          </Notice>
        ) : null}
      </div>
      <form action={send} noValidate className="space-y-6">
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={labels.current}
          errors={errors('currentPassword')}
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={labels.new}
          hint={labels.newHint}
          errors={errors('newPassword')}
          autoComplete="new-password"
        />
        <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
      </form>
    </div>
  )
}
