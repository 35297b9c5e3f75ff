import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Row } from '@/components/base/ui/layout'
import { resendInvitationAction, revokeInvitationAction } from '@/lib/people/invitations/actions'
import type { InvitationRow } from '@/lib/people/invitations/types'

/** Invitations that wait, each to send again or withdraw. */
export function OpenInvitations({ invitations }: { invitations: readonly InvitationRow[] }) {
  const t = useTranslations('invitations.list')
  const people = useTranslations('administration.people')
  const roles = useTranslations('accounts.roles')
  if (invitations.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul>
      {invitations.map((one) => (
        <Row key={one.id}>
          <p className="font-semibold break-words">{one.email}</p>
          <p>
            {one.organisationName === null
              ? roles(one.role)
              : people('roleAt', { role: roles(one.role), organisation: one.organisationName })}
          </p>
          <p className="text-sm text-muted">
            {t('sent', { date: one.sentAt, by: one.invitedBy ?? 'none' })} ·{' '}
            {one.isExpired ? (
              <strong className="text-clay">{t('expired')}</strong>
            ) : (
              t('until', { date: one.expiresAt })
            )}
          </p>
          <div className="mt-3 flex flex-wrap gap-3">
            <ActForm
              action={resendInvitationAction}
              about={{ id: one.id }}
              label={t('resend')}
              name={t('resendTo', { email: one.email })}
              pending={t('busy')}
              variant="secondary"
            />
            <ActForm
              action={revokeInvitationAction}
              about={{ id: one.id }}
              label={t('revoke')}
              name={t('revokeOf', { email: one.email })}
              pending={t('busy')}
              variant="quiet"
            />
          </div>
        </Row>
      ))}
    </ul>
  )
}
