'use client'
import { useTranslations } from 'next-intl'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { ButtonLink } from '@/components/base/ui/button'
import { Notice } from '@/components/base/ui/notice'
import {
  confirmTotpAction,
  finishEnrolmentAction,
  renewCodesAction,
  savePasskeyAction,
} from '@/lib/people/second-factor/enrol.actions'
import type { Factors, TotpSetUp } from '@/lib/people/second-factor/types'
import { PasswordAgain } from './password-again'
import { RecoveryCodes } from './recovery-codes'
import { SetUpApp } from './set-up-app'
import { SetUpPasskey } from './set-up-passkey'

interface SetUpProps {
  /** Null right after the password; else whose password is asked again. */
  email: string | null
  returnTo: string
  app: TotpSetUp | null
  factors: Factors
  device: string
}

/** Choose and set up; then the recovery codes, once. */
export function SetUp({ email, returnTo, app, factors, device }: SetUpProps) {
  const t = useTranslations('secondFactor.setUp')
  const [confirmed, confirm] = useFormAction(confirmTotpAction)
  const [made, make, making] = useFormAction(savePasskeyAction)
  const [renewed, renew] = useFormAction(renewCodesAction)
  const added = [confirmed, made, renewed].find((result) => result.status === 'ok')
  const goOn = email === null ? <Finish returnTo={returnTo} /> : <Back />
  if (added?.status === 'ok') {
    const { codes } = added.data
    if (codes) return <RecoveryCodes codes={codes}>{goOn}</RecoveryCodes>
    return (
      <div className="space-y-6">
        <Notice tone="success" live>
          {t('added')}
        </Notice>
        {goOn}
      </div>
    )
  }
  const asked = factors.hasPassword ? email : null
  const isSetUp = factors.totp !== null || factors.passkeys.length > 0
  // Set up in this first session, and the page was loaded again before the codes were kept.
  if (email === null && isSetUp)
    return (
      <div className="max-w-measure space-y-6">
        <Notice tone="attention" title={t('unsavedTitle')}>
          {t('unsaved')}
        </Notice>
        <Renew result={renewed} send={renew} email={null} />
      </div>
    )
  return (
    <div className="space-y-10">
      <SetUpApp
        app={app}
        hasApp={factors.totp !== null}
        email={asked}
        result={confirmed}
        send={confirm}
      />
      <SetUpPasskey device={device} email={asked} result={made} send={make} sending={making} />
    </div>
  )
}

function Back() {
  const t = useTranslations('secondFactor')
  return (
    <p>
      <ButtonLink href={{ pathname: '/workspace/account', hash: 'second-step' }}>
        {t('codes.saved')}
      </ButtonLink>
    </p>
  )
}

function Finish({ returnTo }: { returnTo: string }) {
  const t = useTranslations('secondFactor.codes')
  const [result, send] = useFormAction(finishEnrolmentAction)
  return (
    <form action={send} className="space-y-4">
      <FormErrors result={result} labels={{}} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <SubmitButton pending={t('busy')}>{t('saved')}</SubmitButton>
    </form>
  )
}

interface RenewProps {
  result: Parameters<typeof FormErrors>[0]['result']
  send: (form: FormData) => void
  email: string | null
}

/** Makes new recovery codes. */
export function Renew({ result, send, email }: RenewProps) {
  const t = useTranslations('secondFactor')
  const errors = useFieldErrors(result)
  return (
    <form action={send} noValidate className="max-w-[28rem] space-y-6">
      <FormErrors result={result} labels={{ password: t('setUp.password') }} scope="codes" />
      {email === null ? null : (
        <PasswordAgain email={email} errors={errors('password')} scope="codes" />
      )}
      <SubmitButton variant="secondary" pending={t('setUp.showBusy')}>
        {t('setUp.show')}
      </SubmitButton>
    </form>
  )
}
