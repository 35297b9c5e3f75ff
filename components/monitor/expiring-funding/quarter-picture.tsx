import { useTranslations } from 'next-intl'
import { ExpiringFundingChart } from '@/components/monitor/expiring-funding/expiring-funding-chart'
import { EmptyState } from '@/components/base/ui/notice'
import type { loadExpiringFunding } from '@/lib/monitor/expiring-funding/loaders'
import type { Ending } from '@/lib/monitor/expiring-funding/types'
import type { RegionSummary } from '@/lib/base/regions/types'

type Loaded = Awaited<ReturnType<typeof loadExpiringFunding>>

interface QuarterPictureProps {
  expiringFunding: Loaded
  region: RegionSummary | null
  address: (page: number) => string
  page: number
  perQuarter: Ending[]
  beside: Ending[]
}

export function QuarterPicture({
  expiringFunding,
  region,
  address,
  page,
  perQuarter,
  beside,
}: QuarterPictureProps) {
  const t = useTranslations('expiringFunding')
  const sum = (key: 'streams' | 'unfollowedStreams') =>
    perQuarter.reduce((all, ending) => all + ending[key], 0)
  const known = [...perQuarter, ...beside].some((ending) => ending.streams > 0)
  return known ? (
    <>
      <p className="mb-5 max-w-measure text-lg">
        {t('state', { streams: sum('streams'), loose: sum('unfollowedStreams') })}
      </p>
      <ExpiringFundingChart
        expiringFunding={expiringFunding}
        picture={{
          about: region?.name ?? t('everywhere'),
          page: address(page).split('#')[0] ?? '',
        }}
      />
    </>
  ) : (
    <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>
  )
}
