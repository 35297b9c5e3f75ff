import { useTranslations } from 'next-intl'
import { SeenForm } from '@/components/figures/statistics/seen-form'
import { canDrawLines } from '@/components/figures/statistics/seen-lines'
import { Link } from '@/i18n/navigation'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import type { loadIndicatorAsSeen } from '@/lib/figures/statistics/loaders'
import { SPANS } from '@/lib/figures/statistics/rules'

type Seen = Awaited<ReturnType<typeof loadIndicatorAsSeen>>

export type SeenQuery = Partial<
  Record<'peildatum' | 'soort' | 'gebied' | 'terug', string | undefined>
>

const drawnRegions = (datasets: Seen['datasets']) =>
  [
    ...new Map(
      datasets
        .filter(canDrawLines)
        .flatMap(({ figures }) => figures.map(({ region }) => [region.code, region] as const)),
    ).values(),
  ].toSorted((a, b) => a.name.localeCompare(b.name, 'nl') || a.code.localeCompare(b.code))

interface SeenChoiceProps {
  seen: Seen
  slug: string
  query: SeenQuery
  day: (text: string) => string
}

export function SeenChoice({ seen, slug, query, day }: SeenChoiceProps) {
  const { asOf, chosenType, chosenRegion, span, datasets } = seen
  const t = useTranslations('statistics')
  const kinds = useTranslations('indicators.regionType')
  const vintages = [...new Set(datasets.flatMap((dataset) => dataset.vintages))].sort((a, b) =>
    b.localeCompare(a),
  )
  const types = [...new Set(datasets.flatMap((dataset) => dataset.regionTypes))]
  const regions = drawnRegions(datasets)
  const names = regions.map(({ code, name, type }) => ({
    code,
    name: type === 'country' ? name : kinds(type, { name }),
  }))
  const goesBack = span !== undefined || datasets.some(({ hasOlder }) => hasOlder)
  return (
    <div className="space-y-4">
      <SeenForm
        day={asOf}
        today={todayInNetherlands(new Date())}
        regionTypes={types}
        chosen={chosenType}
        regions={names}
        chosenRegion={chosenRegion}
        span={goesBack ? (span ?? SPANS[0]) : null}
      />
      {vintages.length > 0 ? (
        <p className="text-sm text-muted">
          {t('changedOn')}{' '}
          {vintages.slice(0, 8).map((text, index) => (
            <span key={text}>
              {index > 0 ? ', ' : null}
              <Link
                href={{
                  pathname: '/figures/[slug]',
                  params: { slug },
                  query: { ...query, peildatum: text },
                }}
              >
                {day(text)}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
