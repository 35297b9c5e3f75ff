'use client'
import { startRegistration } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextField } from '@/components/base/forms/inputs'
import { Button } from '@/components/base/ui/button'
import type { ActionResult } from '@/lib/base/http/action-result'
import { newPasskeyAction } from '@/lib/people/second-factor/enrol.actions'
import type { FactorAdded } from '@/lib/people/second-factor/types'
import { PasswordAgain } from './password-again'
import { usePasskey } from './use-passkey'
import { useScripts } from './use-scripts'

interface Props {
  device: string
  /** Null when the password is not asked again. */
  email: string | null
  result: ActionResult<FactorAdded>
  send: (form: FormData) => void
  sending: boolean
}

/** The browser makes it, so this needs scripts; it says so without. */
export function SetUpPasskey(props: Props) {
  const t = useTranslations('secondFactor.setUp')
  const hasScripts = useScripts()
  return (
    <section aria-labelledby="passkey-title" className="space-y-4 border-t border-hairline pt-6">
      <h2 id="passkey-title" className="text-xl">
        {t('passkeyTitle')}
      </h2>
      <p className="max-w-measure text-muted">{t('passkeyLead')}</p>
      {hasScripts ? <Make {...props} /> : <p className="max-w-measure">{t('passkeyScript')}</p>}
    </section>
  )
}

function Make({ device, email, result, send, sending }: Props) {
  const t = useTranslations('secondFactor.setUp')
  const form = useRef<HTMLFormElement>(null)
  const typed = () => new FormData(form.current ?? undefined)
  const { failure, waiting, start } = usePasskey({
    ask: () => newPasskeyAction(only(typed(), 'password')),
    use: (optionsJSON) => startRegistration({ optionsJSON }),
    send,
    form: () => only(typed(), 'name'),
  })
  const busy = waiting || sending
  const shown = failure.status === 'idle' ? result : failure
  const errors = useFieldErrors(shown)
  return (
    <form
      ref={form}
      noValidate
      className="max-w-[28rem] space-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      {busy ? null : (
        <FormErrors
          result={shown}
          labels={{ name: t('passkeyName'), password: t('password') }}
          scope="passkey"
        />
      )}
      <TextField
        name="name"
        scope="passkey"
        label={t('passkeyName')}
        hint={t('passkeyNameHint')}
        errors={errors('name')}
        required
        autoComplete="off"
        maxLength={60}
        defaultValue={device}
      />
      {email === null ? null : (
        <PasswordAgain email={email} errors={errors('password')} scope="passkey" />
      )}
      <Button type="submit" variant="secondary" aria-disabled={busy}>
        {busy ? t('passkeyBusy') : t('passkeyMake')}
      </Button>
    </form>
  )
}

/** The password goes with the question, the name with the answer. */
function only(form: FormData, field: string): FormData {
  const value = form.get(field)
  const kept = new FormData()
  if (typeof value === 'string') kept.set(field, value)
  return kept
}
