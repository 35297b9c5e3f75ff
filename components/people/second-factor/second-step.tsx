'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Disclosure } from '@/components/base/ui/disclosure'
import { stepCodeAction, stepRecoveryAction } from '@/lib/people/second-factor/step.actions'
import { CodeField } from './code-field'
import { PasskeyStep } from './passkey-step'

interface SecondStepProps {
  returnTo: string
  hasApp: boolean
  hasPasskey: boolean
  hasCodes: boolean
}

function Way({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-4 border-t border-hairline pt-6">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** What this person can show: a passkey, a code of an app, or a recovery code. */
export function SecondStep({ returnTo, hasApp, hasPasskey, hasCodes }: SecondStepProps) {
  const t = useTranslations('secondFactor.step')
  return (
    <div className="max-w-[28rem] space-y-8">
      {hasPasskey ? (
        <Way id="passkey-title" title={t('passkey')}>
          <PasskeyStep returnTo={returnTo} />
        </Way>
      ) : null}
      {hasApp ? (
        <Way id="app-title" title={t('app')}>
          <CodeForm returnTo={returnTo} />
        </Way>
      ) : null}
      {hasCodes ? <RecoveryForm returnTo={returnTo} /> : null}
    </div>
  )
}

function CodeForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('secondFactor.step')
  const [result, send] = useFormAction(stepCodeAction)
  const errors = useFieldErrors(result)
  return (
    <form action={send} noValidate className="space-y-6">
      <FormErrors result={result} labels={{ code: t('code') }} scope="app" />
      <CodeField label={t('code')} hint={t('codeHint')} errors={errors('code')} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <SubmitButton pending={t('busy')}>{t('submit')}</SubmitButton>
    </form>
  )
}

function RecoveryForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('secondFactor.step')
  const [result, send] = useFormAction(stepRecoveryAction)
  const errors = useFieldErrors(result)
  return (
    <Disclosure summary={t('recoveryOpen')} open={result.status === 'idle' ? undefined : true}>
      <form action={send} noValidate className="space-y-6 pt-2">
        <FormErrors result={result} labels={{ code: t('recoveryCode') }} scope="recovery" />
        <TextField
          name="code"
          scope="recovery"
          label={t('recoveryCode')}
          hint={t('recoveryHint')}
          errors={errors('code')}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          className="tabular"
        />
        <input type="hidden" name="returnTo" value={returnTo} />
        <SubmitButton variant="secondary" pending={t('busy')}>
          {t('recoverySubmit')}
        </SubmitButton>
      </form>
    </Disclosure>
  )
}
