import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { PageHeader } from '@/components/base/ui/layout'
import type { InvitationState } from '@/lib/people/invitations/types'

/** Says why a link does not work and what to do. */
export function ClosedInvitation({ state }: { state: InvitationState | null }) {
  const t = useTranslations('invitations.closed')
  const reason = state === null || state === 'open' ? 'unknown' : state
  return (
    <PageHeader title={t(reason)} lead={t(`${reason}Why`)}>
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
        <ButtonLink href="/ask-access" variant="secondary">
          {t('ask')}
        </ButtonLink>
      </p>
    </PageHeader>
  )
}
