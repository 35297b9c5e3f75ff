import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { DatasetFigure } from '@/components/figures/statistics/dataset-figure'
import { PrintedTable } from '@/components/figures/statistics/printed-table'
import { SeenForm } from '@/components/figures/statistics/seen-form'
import { canDrawLines } from '@/components/figures/statistics/seen-lines'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Facts, Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { ExternalLink } from '@/components/base/ui/text'
import { getPathname, Link } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { needsCountWarning, noteNumbers } from '@/lib/figures/indicators/rules'
import { noonOf, todayInNetherlands } from '@/lib/base/text/calendar'
import { loadIndicatorAsSeen } from '@/lib/figures/statistics/loaders'
import { SPANS } from '@/lib/figures/statistics/rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const { indicator } = await loadIndicatorAsSeen(slug, await searchParams)
  return { title: locale === 'en' ? indicator.labelEn : indicator.labelNl }
}

export default async function FigurePage({ params, searchParams }: Props) {
  const { locale, slug } = await params
  const [t, kinds, nav, format, seen] = await Promise.all([
    getTranslations('statistics'),
    getTranslations('indicators.regionType'),
    getTranslations('ui.nav'),
    getFormatter(),
    loadIndicatorAsSeen(slug, await searchParams),
  ])
  const { indicator, report, datasets, withheld, asOf, isPast, chosenType, chosenRegion, span } =
    seen
  const label = locale === 'en' ? indicator.labelEn : indicator.labelNl
  const notes = noteNumbers(report)
  const day = (text: string) => format.dateTime(noonOf(text), DAY)
  const vintages = [...new Set(datasets.flatMap((dataset) => dataset.vintages))].sort((a, b) =>
    b.localeCompare(a),
  )
  const types = [...new Set(datasets.flatMap((dataset) => dataset.regionTypes))]
  const drawn = datasets.filter(canDrawLines)
  const regions = [
    ...new Map(
      drawn.flatMap(({ figures }) => figures.map(({ region }) => [region.code, region] as const)),
    ).values(),
  ].toSorted((a, b) => a.name.localeCompare(b.name, 'nl') || a.code.localeCompare(b.code))
  const names = regions.map(({ code, name, type }) => ({
    code,
    name: type === 'country' ? name : kinds(type, { name }),
  }))
  const query = {
    ...(isPast && { peildatum: asOf }),
    ...(chosenType !== undefined && { soort: chosenType }),
    ...(chosenRegion !== undefined && { gebied: chosenRegion }),
    ...(span !== undefined && { terug: span }),
  }
  const goesBack = span !== undefined || datasets.some(({ hasOlder }) => hasOlder)
  const page = getPathname({
    href: { pathname: '/figures/[slug]', params: { slug }, query },
    locale,
  })
  const nothing = report.length === 0 && datasets.every(({ figures }) => figures.length === 0)
  return (
    <Page>
      <Breadcrumbs items={[{ label: nav('figures'), href: '/figures' }, { label }]} />
      <PageHeader
        kicker={t('kicker')}
        title={label}
        lead={locale === 'en' ? indicator.definitionEn : indicator.definitionNl}
      >
        {needsCountWarning([indicator.slug]) ? (
          <Notice tone="attention" title={t('neverSum')} className="mt-6 max-w-measure">
            {t('neverSumWhy')}
          </Notice>
        ) : null}
        {isPast ? (
          <Notice title={t('past', { day: day(asOf) })} className="mt-6 max-w-measure">
            {t('pastWhy')}
          </Notice>
        ) : null}
      </PageHeader>
      <div className="mb-10 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
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
        <Facts
          items={[
            { label: t('unit'), value: indicator.unit },
            {
              label: t('source'),
              value:
                indicator.source === null ? (
                  t('sourceUnknown')
                ) : indicator.source.url === null ? (
                  indicator.source.name
                ) : (
                  <ExternalLink href={indicator.source.url}>{indicator.source.name}</ExternalLink>
                ),
            },
            { label: t('licence'), value: indicator.source?.licence ?? t('licenceUnknown') },
            { label: t('adding'), value: t(indicator.additive ? 'additive' : 'notAdditive') },
          ]}
        />
      </div>
      {nothing ? (
        <EmptyState title={t('nothing', { day: day(asOf) })}>{t('nothingWhy')}</EmptyState>
      ) : null}
      {datasets
        .filter(({ figures }) => figures.length > 0)
        .map((dataset) => (
          <Section
            key={dataset.id}
            id={dataset.slug}
            title={
              dataset.kind === 'rollup' ? t('rollupTitle', { title: dataset.title }) : dataset.title
            }
            lead={dataset.kind === 'rollup' ? t('rollupLead') : undefined}
          >
            <DatasetFigure
              dataset={dataset}
              indicator={{ ...indicator, label }}
              chosen={chosenRegion}
              page={page}
            />
            {dataset.isCut || dataset.hasOlder ? (
              <p className="mt-1 text-sm text-muted">
                {t(dataset.isCut ? 'cut' : span === 'alles' ? 'olderCut' : 'older')}
              </p>
            ) : null}
          </Section>
        ))}
      {report.length === 0 && withheld === 0 ? null : (
        <Section id="rapport" title={t('reportTitle')} lead={t('reportLead')}>
          {withheld > 0 ? (
            <Notice tone="attention" className="mb-6">
              {t('withheld', { count: withheld })}
            </Notice>
          ) : null}
          {report.length === 0 ? null : (
            <>
              <PrintedTable caption={t('reportTitle')} figures={report} notes={notes} />
              <FigureNotes figures={report} notes={notes} />
            </>
          )}
        </Section>
      )}
    </Page>
  )
}
