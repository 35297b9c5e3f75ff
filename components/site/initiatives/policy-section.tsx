import { useTranslations } from 'next-intl'
import { MonitorOverview } from '@/components/monitor/policies/monitor-overview'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

interface PolicySectionProps {
  initiative: InitiativeView
  locale: Locale
  picture: { about: string; page: string }
  slug: string
}

export function PolicySection({ initiative, locale, picture, slug }: PolicySectionProps) {
  const t = useTranslations('initiatives')
  const chains = useTranslations('chains')
  return (
    <Section id="beleid" title={t('policy')}>
      <MonitorOverview initiativeId={initiative.id} slug={slug} locale={locale} picture={picture} />
      <p className="mt-8">
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/initiatives/[slug]/monitor', params: { slug } }}
        >
          {chains('toMonitor')}
        </ButtonLink>
      </p>
    </Section>
  )
}
