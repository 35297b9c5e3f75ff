'use client'
import { useTranslations } from 'next-intl'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import type { ActionResult } from '@/lib/base/http/action-result'
import { startTotpAction } from '@/lib/people/second-factor/enrol.actions'
import { groupsOfFour } from '@/lib/people/second-factor/text.rules'
import type { FactorAdded, QrCode, TotpSetUp } from '@/lib/people/second-factor/types'
import { CodeField } from './code-field'
import { PasswordAgain } from './password-again'

interface Props {
  app: TotpSetUp | null
  hasApp: boolean
  /** Null when the password is not asked again. */
  email: string | null
  result: ActionResult<FactorAdded>
  send: (form: FormData) => void
}

/** First a press, then the QR code and the first code of the app. */
export function SetUpApp({ app, hasApp, email, result, send }: Props) {
  const t = useTranslations('secondFactor.setUp')
  return (
    <section aria-labelledby="app-title" className="space-y-4 border-t border-hairline pt-6">
      <h2 id="app-title" className="text-xl">
        {t('appTitle')}
      </h2>
      <p className="max-w-measure text-muted">{t('appLead')}</p>
      {hasApp ? <p className="max-w-measure">{t('appReplace')}</p> : null}
      {app ? <Confirm app={app} result={result} send={send} /> : <Start email={email} />}
    </section>
  )
}

function Start({ email }: { email: string | null }) {
  const t = useTranslations('secondFactor.setUp')
  const [result, send] = useFormAction(startTotpAction)
  const errors = useFieldErrors(result)
  return (
    <form action={send} noValidate className="max-w-[28rem] space-y-6">
      <FormErrors result={result} labels={{ password: t('password') }} scope="app" />
      {email === null ? null : (
        <PasswordAgain email={email} errors={errors('password')} scope="app" />
      )}
      <SubmitButton pending={t('appStartBusy')}>{t('appStart')}</SubmitButton>
    </form>
  )
}

/** Dark on light in every theme, because cameras expect it. */
function Qr({ qr: { size, path }, label }: { qr: QrCode; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
      className="size-64 max-w-full forced-color-adjust-none border border-hairline"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

function Confirm({ app, result, send }: Pick<Props, 'result' | 'send'> & { app: TotpSetUp }) {
  const t = useTranslations('secondFactor.setUp')
  const errors = useFieldErrors(result)
  return (
    <div className="space-y-6">
      <p className="max-w-measure">{t('scan')}</p>
      <Qr qr={app.qr} label={t('qr')} />
      <p>
        <a href={app.address}>{t('onPhone')}</a>
      </p>
      <p className="max-w-measure">
        {t('manual')} <code className="block text-lg break-words">{groupsOfFour(app.secret)}</code>
      </p>
      <form action={send} noValidate className="max-w-[28rem] space-y-6">
        <FormErrors result={result} labels={{ code: t('code') }} scope="app" />
        <CodeField label={t('code')} hint={t('codeHint')} errors={errors('code')} />
        <SubmitButton pending={t('confirmBusy')}>{t('confirm')}</SubmitButton>
      </form>
    </div>
  )
}
