import { useTranslations } from 'next-intl'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'
import type { RegionSummary, RegionView } from '@/lib/base/regions/types'

function Names({ regions }: { regions: readonly RegionSummary[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {regions.map(({ id, slug, name }) => (
        <li key={id}>
          <TextLink prefetch={false} href={{ pathname: '/regions/[slug]', params: { slug } }}>
            {name}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

/** Where a region went when the division changed, or where it came from. */
export function RegionSuccession({ region }: { region: RegionView }) {
  const t = useTranslations('regions')
  const { endsOn, successors, validFrom, predecessors } = region
  if (endsOn !== null)
    return (
      <Notice
        tone="attention"
        className="mt-6 max-w-measure"
        title={t('ended', { date: noonOf(endsOn) })}
      >
        <Names regions={successors} />
        <p className="mt-2">{t('endedWhy')}</p>
      </Notice>
    )
  if (predecessors.length === 0 || validFrom === null) return null
  return (
    <div className="mt-4 max-w-measure text-sm text-muted">
      <p>{t('began', { date: noonOf(validFrom) })}</p>
      <Names regions={predecessors} />
    </div>
  )
}
