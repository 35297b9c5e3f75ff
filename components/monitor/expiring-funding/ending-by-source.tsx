import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { EndingTable } from '@/components/monitor/expiring-funding/expiring-funding-chart'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import type { loadExpiringFunding } from '@/lib/monitor/expiring-funding/loaders'
import type { Ending } from '@/lib/monitor/expiring-funding/types'

type Loaded = Awaited<ReturnType<typeof loadExpiringFunding>>

export function EndingBySource({
  byType,
  types,
  locale,
}: {
  byType: Ending[]
  types: Loaded['types']
  locale: Locale
}) {
  const t = useTranslations('expiringFunding')
  const typeName = (slug: string) =>
    types
      .filter((type) => type.slug === slug)
      .map(({ labelNl, labelEn }) => labelIn(locale, { labelNl, labelEn }))[0] ?? slug
  return byType.length === 0 ? null : (
    <Section id="bronnen" title={t('bySource')} lead={t('bySourceLead')}>
      <EndingTable
        rows={byType}
        caption={t('bySource')}
        head={t('columns.source')}
        name={typeName}
      />
    </Section>
  )
}
