'use client'
import { startAuthentication } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/base/forms/form-state'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Button } from '@/components/base/ui/button'
import { askPasskeyAction, stepPasskeyAction } from '@/lib/people/second-factor/step.actions'
import { usePasskey } from './use-passkey'
import { useScripts } from './use-scripts'

/** Without scripts it says why there is no button. */
export function PasskeyStep({ returnTo }: { returnTo: string }) {
  const t = useTranslations('secondFactor.step')
  const [result, send, sending] = useFormAction(stepPasskeyAction)
  const { failure, waiting, start } = usePasskey({
    ask: askPasskeyAction,
    use: (optionsJSON) => startAuthentication({ optionsJSON }),
    send,
    form: () => {
      const form = new FormData()
      form.set('returnTo', returnTo)
      return form
    },
  })
  const busy = waiting || sending
  if (!useScripts()) return <p className="text-muted">{t('passkeyScript')}</p>
  return (
    <div className="space-y-4">
      {busy ? null : (
        <FormErrors result={failure.status === 'idle' ? result : failure} labels={{}} />
      )}
      <p className="text-muted">{t('passkeyLead')}</p>
      <Button aria-disabled={busy} onClick={start}>
        {busy ? t('passkeyBusy') : t('passkeyUse')}
      </Button>
    </div>
  )
}
