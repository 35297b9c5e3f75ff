import { definitionIn, labelIn } from '@/lib/base/text/label'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getFormatter, getTranslations } from 'next-intl/server'
import { DatasetSections } from '@/components/figures/statistics/dataset-sections'
import { IndicatorFacts } from '@/components/figures/statistics/indicator-facts'
import { ReportFigures } from '@/components/figures/statistics/report-figures'
import { SeenChoice } from '@/components/figures/statistics/seen-choice'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import type { Locale } from '@/i18n/routing'
import { needsCountWarning, noteNumbers } from '@/lib/figures/indicators/rules'
import { noonOf } from '@/lib/base/text/calendar'
import { loadIndicatorAsSeen } from '@/lib/figures/statistics/loaders'
import { SPAN_PARAMETERS } from '@/lib/figures/statistics/rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const { indicator } = await loadIndicatorAsSeen(slug, await searchParams)
  return { title: labelIn(locale, indicator) }
}

const queryOf = ({
  isPast,
  asOf,
  chosenType,
  chosenRegion,
  span,
}: Awaited<ReturnType<typeof loadIndicatorAsSeen>>) => ({
  ...(isPast && { peildatum: asOf }),
  ...(chosenType !== undefined && { soort: chosenType }),
  ...(chosenRegion !== undefined && { gebied: chosenRegion }),
  ...(span !== undefined && { terug: SPAN_PARAMETERS[span] }),
})

export default async function FigurePage({ params, searchParams }: Props) {
  const { locale, slug } = await params
  const [t, nav, format, seen] = await Promise.all([
    getTranslations('statistics'),
    getTranslations('ui.nav'),
    getFormatter(),
    loadIndicatorAsSeen(slug, await searchParams),
  ])
  const { indicator, report, datasets, withheld, asOf, isPast } = seen
  const label = labelIn(locale, indicator)
  const notes = noteNumbers(report)
  const day = (text: string) => format.dateTime(noonOf(text), DAY)

  const query = queryOf(seen)

  const nothing = report.length === 0 && datasets.every(({ figures }) => figures.length === 0)
  return (
    <Page>
      <Breadcrumbs items={[{ label: nav('figures'), href: '/figures' }, { label }]} />
      <PageHeader kicker={t('kicker')} title={label} lead={definitionIn(locale, indicator)}>
        <FigureNotices slug={indicator.slug} isPast={isPast} day={day} asOf={asOf} />
      </PageHeader>
      <div className="mb-10 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <SeenChoice seen={seen} slug={slug} query={query} day={day} />
        <IndicatorFacts
          unit={indicator.unit}
          source={indicator.source}
          additive={indicator.additive}
        />
      </div>
      {nothing ? (
        <EmptyState title={t('nothing', { day: day(asOf) })}>{t('nothingWhy')}</EmptyState>
      ) : null}
      <DatasetSections seen={seen} label={label} slug={slug} query={query} locale={locale} />
      {report.length === 0 && withheld === 0 ? null : (
        <ReportFigures withheld={withheld} report={report} notes={notes} />
      )}
    </Page>
  )
}

interface FigureNoticesProps {
  slug: string
  isPast: boolean
  day: (text: string) => string
  asOf: string
}

function FigureNotices({ slug, isPast, day, asOf }: FigureNoticesProps) {
  const t = useTranslations('statistics')
  return (
    <>
      {needsCountWarning([slug]) ? (
        <Notice tone="attention" title={t('neverSum')} className="mt-6 max-w-measure">
          {t('neverSumWhy')}
        </Notice>
      ) : null}
      {isPast ? (
        <Notice title={t('asOfDay', { day: day(asOf) })} className="mt-6 max-w-measure">
          {t('pastWhy')}
        </Notice>
      ) : null}
    </>
  )
}
