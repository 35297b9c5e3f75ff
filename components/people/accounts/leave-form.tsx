'use client'
import { CheckboxField } from '@/components/base/forms/choices'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Disclosure } from '@/components/base/ui/disclosure'
import { deleteAccountAction } from '@/lib/people/accounts/actions'
import { PasswordField } from '@/components/base/forms/password-field'

interface LeaveFormProps {
  /** Null for an account without a password, which is not asked then. */
  email: string | null
  labels: {
    open: string
    password: string
    sure: string
    submit: string
    busy: string
  }
}

export function LeaveForm({ email, labels }: LeaveFormProps) {
  const [result, send] = useFormAction(deleteAccountAction)
  const errors = useFieldErrors(result)
  return (
    <Disclosure summary={labels.open} open={result.status !== 'idle'} className="max-w-measure">
      <div className="max-w-[28rem] space-y-6">
        <FormErrors result={result} labels={{ password: labels.password, sure: labels.sure }} />
        <form action={send} noValidate className="space-y-6">
          {email === null ? null : (
            <>
              <input type="text" autoComplete="username" value={email} readOnly hidden />
              <PasswordField
                name="password"
                label={labels.password}
                errors={errors('password')}
                autoComplete="current-password"
              />
            </>
          )}
          <CheckboxField name="sure" label={labels.sure} errors={errors('sure')} />
          <SubmitButton variant="secondary" pending={labels.busy}>
            {labels.submit}
          </SubmitButton>
        </form>
      </div>
    </Disclosure>
  )
}
