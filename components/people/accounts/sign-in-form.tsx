'use client'
import { type ReactNode } from 'react'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { signInAction } from '@/lib/people/accounts/actions'
import type { DemoAccount } from '@/lib/people/accounts/types'
import type { ActionResult } from '@/lib/base/http/action-result'
import { DemoAccounts, type DemoLabels } from './demo-accounts'
import { PasswordField } from '@/components/base/forms/password-field'

interface SignInFormProps {
  returnTo: string
  initial: ActionResult
  demoAccounts: readonly DemoAccount[]
  children: ReactNode
  labels: {
    email: string
    password: string
    submit: string
    busy: string
    demo: DemoLabels
  }
}

export function SignInForm({ returnTo, initial, demoAccounts, children, labels }: SignInFormProps) {
  const [result, send] = useFormAction(signInAction, initial)
  const errors = useFieldErrors(result)
  return (
    <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      <div className="max-w-[28rem] space-y-6">
        <FormErrors result={result} labels={{ email: labels.email, password: labels.password }} />
        <form action={send} noValidate className="space-y-6">
          <TextField
            name="email"
            label={labels.email}
            errors={errors('email')}
            required
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typedValue(result, {}, 'email')}
          />
          <PasswordField
            name="password"
            label={labels.password}
            errors={errors('password')}
            autoComplete="current-password"
          />
          <input type="hidden" name="returnTo" value={returnTo} />
          <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
        </form>
        {children}
      </div>
      {demoAccounts.length > 0 ? (
        <DemoAccounts
          accounts={demoAccounts}
          send={send}
          returnTo={returnTo}
          labels={labels.demo}
        />
      ) : null}
    </div>
  )
}
