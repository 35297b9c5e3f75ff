import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { RegionSummary, RegionType, RegionView } from '@/lib/base/regions/types'

const SHOWN: readonly RegionType[] = [
  'country',
  'landsdeel',
  'ser',
  'province',
  'labour_market',
  'ggd',
  'municipality',
]

function Group({ title, regions }: { title: string; regions: readonly RegionSummary[] }) {
  return (
    <div className="grid gap-x-6 gap-y-1 border-t border-hairline py-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <dt className="text-sm text-muted">{title}</dt>
      <dd>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {regions.map((region) => (
            <li key={region.id}>
              {region.type === 'municipality' ? (
                region.name
              ) : (
                <TextLink
                  prefetch={false}
                  href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
                >
                  {region.name}
                </TextLink>
              )}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

export function RegionSurroundings({ region }: { region: RegionView }) {
  const t = useTranslations('regions')
  const groups = (list: readonly RegionSummary[]) =>
    SHOWN.map((type) => ({ type, regions: list.filter((one) => one.type === type) })).filter(
      ({ regions }) => regions.length > 0,
    )
  return (
    <dl>
      {groups(region.parents).map(({ type, regions }) => (
        <Group key={`in ${type}`} title={t(`liesIn.${type}`)} regions={regions} />
      ))}
      {groups(region.children).map(({ type, regions }) => (
        <Group
          key={`holds ${type}`}
          title={t(`holds.${type}`, { count: regions.length })}
          regions={regions}
        />
      ))}
    </dl>
  )
}
