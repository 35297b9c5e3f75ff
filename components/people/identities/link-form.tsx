'use client'
import { useEffect, useRef } from 'react'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { buttonClass } from '@/components/base/ui/button'
import { Notice } from '@/components/base/ui/notice'
import { PasswordField } from '@/components/base/forms/password-field'
import { startLinkAction, unlinkAction } from '@/lib/people/identities/actions'

interface LinkFormProps {
  isLinked: boolean
  /** Null for an account without a password, which is not asked then. */
  email: string | null
  address: string
  labels: Record<
    'password' | 'link' | 'linkBusy' | 'goOn' | 'goOnLead' | 'unlink' | 'unlinkBusy' | 'removed',
    string
  >
}

/** Asks for the password first; then a plain link leads to the provider. */
export function LinkForm({ isLinked, email, address, labels }: LinkFormProps) {
  const [started, start] = useFormAction(startLinkAction)
  const [removed, remove] = useFormAction(unlinkAction)
  const result = isLinked ? removed : started
  const errors = useFieldErrors(result)
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (started.status === 'ok' || removed.status === 'ok') outcome.current?.focus()
  }, [started, removed])
  if (!isLinked && started.status === 'ok')
    return (
      <div ref={outcome} tabIndex={-1} className="max-w-measure space-y-4">
        <p>{labels.goOnLead}</p>
        <p>
          <a href={address} rel="nofollow" className={buttonClass()}>
            {labels.goOn}
          </a>
        </p>
      </div>
    )
  return (
    <div className="max-w-[28rem] space-y-6">
      <div ref={outcome} tabIndex={-1}>
        {!isLinked && removed.status === 'ok' ? (
          <Notice tone="success" live>
            {labels.removed}
          </Notice>
        ) : null}
      </div>
      <form action={isLinked ? remove : start} noValidate className="space-y-6">
        <FormErrors result={result} labels={{ password: labels.password }} scope="provider" />
        {email === null ? null : (
          <>
            <input type="text" autoComplete="username" value={email} readOnly hidden />
            <PasswordField
              name="password"
              scope="provider"
              label={labels.password}
              errors={errors('password')}
              autoComplete="current-password"
            />
          </>
        )}
        <SubmitButton
          variant={isLinked ? 'danger' : 'secondary'}
          pending={isLinked ? labels.unlinkBusy : labels.linkBusy}
        >
          {isLinked ? labels.unlink : labels.link}
        </SubmitButton>
      </form>
    </div>
  )
}
