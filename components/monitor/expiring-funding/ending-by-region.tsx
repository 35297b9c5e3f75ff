import { useTranslations } from 'next-intl'
import { EndingTable } from '@/components/monitor/expiring-funding/expiring-funding-chart'
import { Section } from '@/components/base/ui/layout'
import type { Ending } from '@/lib/monitor/expiring-funding/types'
import type { RegionSummary } from '@/lib/base/regions/types'

export function EndingByRegion({
  byRegion,
  regions,
}: {
  byRegion: Ending[]
  regions: RegionSummary[]
}) {
  const t = useTranslations('expiringFunding')
  const regionName = (slug: string) => regions.find((row) => row.slug === slug)?.name ?? slug
  return byRegion.length === 0 ? null : (
    <Section id="regios" title={t('byRegion')} lead={t('byRegionLead')}>
      <EndingTable
        rows={byRegion}
        caption={t('byRegion')}
        head={t('columns.region')}
        name={regionName}
      />
    </Section>
  )
}
