'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { ButtonLink } from '@/components/base/ui/button'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Notice } from '@/components/base/ui/notice'
import { VisuallyHidden } from '@/components/base/ui/text'
import type { ActionResult } from '@/lib/base/http/action-result'
import { removeFactorAction, renamePasskeyAction } from '@/lib/people/second-factor/actions'
import { renewCodesAction } from '@/lib/people/second-factor/enrol.actions'
import type { FactorKind, Factors } from '@/lib/people/second-factor/types'
import { PasswordAgain } from './password-again'
import { RecoveryCodes } from './recovery-codes'
import { Renew } from './set-up'

interface AccountFactorsProps {
  factors: Factors
  email: string
}

interface FactorRow {
  kind: FactorKind
  /** Empty for the app. */
  id: string
  name: string
  since: Date
  usedAt: Date | null
}

/** The app first, then passkeys as they were added. */
function rowsOf({ totp, passkeys }: Factors, app: string): FactorRow[] {
  const rows = passkeys.map(({ id, name, createdAt, lastUsedAt }): FactorRow => ({
    kind: 'passkey',
    id,
    name,
    since: createdAt,
    usedAt: lastUsedAt,
  }))
  if (!totp) return rows
  const { addedAt, lastUsedAt } = totp
  return [{ kind: 'totp', id: '', name: app, since: addedAt, usedAt: lastUsedAt }, ...rows]
}

/** The result takes focus, because the row is gone. */
export function AccountFactors({ factors, email }: AccountFactorsProps) {
  const t = useTranslations('secondFactor.account')
  const [result, send] = useFormAction(removeFactorAction)
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result.status === 'ok') outcome.current?.focus()
  }, [result])
  const { isRequired, hasPassword } = factors
  const rows = rowsOf(factors, t('app'))
  const canRemove = rows.length > 1 || !isRequired
  const asked = hasPassword ? email : null
  return (
    <div className="max-w-[52rem] space-y-6">
      <div ref={outcome} tabIndex={-1}>
        {result.status === 'ok' ? (
          <Notice tone="success" live>
            {t('removed')}
          </Notice>
        ) : null}
      </div>
      {rows.length === 0 ? null : (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {rows.map((row) => (
            <Row
              key={`${row.kind}${row.id}`}
              row={row}
              remove={canRemove ? { result, send, email: asked } : null}
            />
          ))}
        </ul>
      )}
      {rows.length > 0 && !canRemove ? <p className="text-muted">{t('required')}</p> : null}
      <p>
        <ButtonLink
          href="/workspace/account/second-step"
          variant={rows.length === 0 ? 'primary' : 'secondary'}
        >
          {rows.length === 0 ? t('setUp') : t('more')}
        </ButtonLink>
      </p>
      {rows.length === 0 ? null : <Codes left={factors.codesLeft} email={asked} />}
    </div>
  )
}

interface Removal {
  result: ActionResult
  send: (form: FormData) => void
  email: string | null
}

function Row({ row, remove }: { row: FactorRow; remove: Removal | null }) {
  const t = useTranslations('secondFactor.account')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  const { id, kind, name, since, usedAt } = row
  return (
    <li className="py-3">
      <p className="font-semibold break-words">{name}</p>
      <p className="text-sm text-muted">
        {usedAt
          ? t('since', { since: day(since), used: day(usedAt) })
          : t('sinceUnused', { since: day(since) })}
      </p>
      {kind === 'passkey' ? (
        <FieldsForm
          action={renamePasskeyAction}
          fields={[{ kind: 'text', name: 'name', label: t('name') }]}
          stored={{ name }}
          about={{ id }}
          labels={{ submit: t('save'), busy: t('saveBusy') }}
          summary={t('renameWhich', { name })}
          variant="secondary"
          scope={id}
        />
      ) : null}
      {remove ? <Remove row={row} {...remove} /> : null}
    </li>
  )
}

function Remove({ row, result, send, email }: Removal & { row: FactorRow }) {
  const t = useTranslations('secondFactor.account')
  const isMine = result.status !== 'ok' && typedValue(result, {}, 'id') === row.id
  const shown: ActionResult = isMine ? result : { status: 'idle' }
  const errors = useFieldErrors(shown)
  const scope = `remove-${row.id === '' ? 'app' : row.id}`
  return (
    <Disclosure
      summary={t('removeWhich', { name: row.name })}
      open={shown.status === 'idle' ? undefined : true}
    >
      <form action={send} noValidate className="max-w-[28rem] space-y-6 pt-2">
        <FormErrors result={shown} labels={{ password: t('password') }} scope={scope} />
        <input type="hidden" name="kind" value={row.kind} />
        <input type="hidden" name="id" value={row.id} />
        {email === null ? null : (
          <PasswordAgain email={email} errors={errors('password')} scope={scope} />
        )}
        <SubmitButton variant="danger" pending={t('removeBusy')}>
          <span>
            {t('remove')} <VisuallyHidden>{row.name}</VisuallyHidden>
          </span>
        </SubmitButton>
      </form>
    </Disclosure>
  )
}

function Codes({ left, email }: { left: number; email: string | null }) {
  const t = useTranslations('secondFactor.account')
  const [result, send] = useFormAction(renewCodesAction)
  if (result.status === 'ok' && result.data.codes)
    return (
      <RecoveryCodes codes={result.data.codes}>
        <p className="text-muted">{t('codesLeft', { count: result.data.codes.length })}</p>
      </RecoveryCodes>
    )
  return (
    <section aria-labelledby="codes-left">
      <h3 id="codes-left" className="text-lg">
        {t('codesTitle')}
      </h3>
      <p className="mt-2">{t('codesLeft', { count: left })}</p>
      <Disclosure
        summary={t('renew')}
        open={result.status === 'idle' ? undefined : true}
        className="mt-2"
      >
        <p className="mb-4 text-muted">{t('renewLead')}</p>
        <Renew result={result} send={send} email={email} />
      </Disclosure>
    </section>
  )
}
