import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import {
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
} from '@/lib/people/administration/actions'
import type { Person } from '@/lib/people/administration/types'

export function AccountSection({ person, isSelf }: { person: Person; isSelf: boolean }) {
  const t = useTranslations('administration.person')
  const about = { userId: person.id }
  if (isSelf)
    return (
      <Section id="account" title={t('account')}>
        <p className="max-w-measure">
          {t('self')} <TextLink href="/workspace/account">{t('toAccount')}</TextLink>
        </p>
      </Section>
    )
  return (
    <Section id="account" title={t('account')}>
      {person.disabledAt === null ? null : (
        <Notice tone="attention" className="mb-6 max-w-measure">
          {t('disabledSince', { date: person.disabledAt })}
        </Notice>
      )}
      <div className="max-w-measure space-y-8">
        {person.sessions > 0 ? (
          <div>
            <p className="mb-3 text-muted">{t('endSessionsWhy')}</p>
            <ActForm
              action={endSessionsAction}
              about={about}
              label={t('endSessions')}
              pending={t('busy')}
              variant="secondary"
            />
          </div>
        ) : null}
        {person.disabledAt === null ? (
          <div>
            <p className="mb-3 text-muted">{t('disableWhy')}</p>
            <ActForm
              action={disablePersonAction}
              about={about}
              label={t('disable')}
              pending={t('busy')}
              variant="danger"
            />
          </div>
        ) : (
          <ActForm
            action={enablePersonAction}
            about={about}
            label={t('enable')}
            pending={t('busy')}
          />
        )}
      </div>
    </Section>
  )
}
