import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { getFormatter, getTranslations } from 'next-intl/server'
import { OverlayLines } from '@/components/base/charts/overlay-lines'
import { OverlayRadar } from '@/components/base/charts/overlay-radar'
import { SeriesKey } from '@/components/base/charts/series-mark'
import type { OverlaySeries } from '@/components/base/charts/overlay-layout'
import { DataTable } from '@/components/base/ui/data-table'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Figure } from '@/components/base/ui/figure'
import { EmptyState, ExampleMark } from '@/components/base/ui/notice'
import type { Locale } from '@/i18n/routing'
import type { Compared } from '@/lib/exchange/comparison/types'
import { letterOf } from './letters'
import { scoreText } from './score-text'

function ScoresTable({
  criteria,
  series,
}: {
  criteria: readonly string[]
  series: readonly OverlaySeries[]
}) {
  const t = useTranslations('comparison')
  return (
    <DataTable
      caption={t('scoresCaption')}
      captionHidden
      rows={criteria}
      rowKey={(label) => label}
      columns={[
        { key: 'criterion', header: t('criterion'), cell: (label) => label },
        ...series.map(({ key, letter, title, lines: own }) => ({
          key,
          header: `${letter}. ${title}`,
          cell: (label: string) => own[criteria.indexOf(label)]?.text ?? '',
        })),
      ]}
    />
  )
}

function OverlaidRadar({
  criteria,
  series,
  title,
  page,
}: {
  criteria: readonly string[]
  series: readonly OverlaySeries[]
  title: string
  page: string
}) {
  const t = useTranslations('comparison')
  const known = series.flatMap(({ lines }) => lines)
  return known.some(({ median, provisional }) => median !== null && !provisional) ? (
    <Figure caption={t('radarCaption')} picture={{ id: 'grafiek-radar', title: title, page }}>
      <SeriesKey series={series} />
      <OverlayRadar criteria={criteria} series={series} />
    </Figure>
  ) : (
    <>
      <p>{t('radarNone')}</p>
      <p className="mt-3 max-w-measure text-muted">{t('radarCaption')}</p>
    </>
  )
}

function overlaySeries(
  compared: readonly Compared[],
  textOf: (line: Compared['profile'][number]) => string,
): OverlaySeries[] {
  return compared.map(({ initiative, profile }, index) => ({
    key: initiative.slug,
    letter: letterOf(index),
    title: initiative.title,
    lines: profile.map((line) => ({
      scores: line.scores,
      median: line.median,
      provisional: line.provisional,
      text: textOf(line),
    })),
  }))
}

export async function CriteriaOverlay({
  compared,
  locale,
  page,
}: {
  compared: readonly Compared[]
  locale: Locale
  page: string
}) {
  const [t, assessments, textOf, format] = await Promise.all([
    getTranslations('comparison'),
    getTranslations('assessments'),
    scoreText(locale),
    getFormatter(),
  ])
  const criteria = (compared[0]?.profile ?? []).map(({ labelNl, labelEn }) =>
    labelIn(locale, { labelNl, labelEn }),
  )
  const series = overlaySeries(compared, textOf)
  if (series.every(({ lines }) => lines.every(({ scores }) => scores.length === 0)))
    return <EmptyState title={t('criteriaNone')}>{t('criteriaNoneWhy')}</EmptyState>
  const isExample = compared.some(({ profile }) =>
    profile.some(({ reasons }) => reasons.some((reason) => reason.isExample)),
  )
  const names = format.list(series.map(({ title }) => title))
  const list = isExample ? assessments('exampleAbout', { title: names }) : names
  return (
    <>
      {isExample ? (
        <p className="mb-4 print:mb-0">
          <ExampleMark>{assessments('example')}</ExampleMark>
        </p>
      ) : null}
      <Figure
        className="print:[&>details]:hidden print:[&>figcaption]:hidden"
        caption={t('overlayCaption')}
        picture={{ id: 'grafiek-criteria', title: t('overlayTitle', { list }), page }}
        table={{
          label: t('scoresTable'),
          content: <ScoresTable criteria={criteria} series={series} />,
        }}
      >
        <SeriesKey series={series} />
        <OverlayLines criteria={criteria} series={series} />
      </Figure>
      <Disclosure summary={t('radar')} className="mt-4 text-sm print:hidden">
        <OverlaidRadar
          criteria={criteria}
          series={series}
          title={t('radarTitle', { list })}
          page={page}
        />
      </Disclosure>
    </>
  )
}
