import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { FigureTable } from '@/components/figures/indicators/figure-table'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { Dutch } from '@/components/figures/indicators/figure-text'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { DataTable } from '@/components/base/ui/data-table'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import { loadReportTables } from '@/lib/figures/statistics/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics')
  return { title: t('printed.title') }
}

export default async function ReportFiguresPage() {
  const [t, nav, format, { tables, checks, caveats }] = await Promise.all([
    getTranslations('statistics'),
    getTranslations('ui.nav'),
    getFormatter(),
    loadReportTables(),
  ])
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  const held = checks.filter(({ holds }) => holds).length
  const all = tables.flatMap(({ figures }) => figures)
  const notes = noteNumbers(all)
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: nav('figures'), href: '/figures' }, { label: t('printed.title') }]}
      />
      <PageHeader
        kicker={t('kicker')}
        title={t('printed.title')}
        lead={t('printed.lead', { checks: checks.length, held, caveats: caveats.length })}
      />
      {tables.map(({ reportRef, regions, indicatorSlugs, figures }, index) => (
        <Section
          key={reportRef}
          id={`tabel-${index + 1}`}
          title={t('printed.table', { number: index + 1 })}
        >
          <FigureTable
            caption={t(`printed.caption${(index + 1) as 1 | 2 | 3 | 4}`)}
            regions={regions}
            indicatorSlugs={indicatorSlugs}
            figures={figures}
            notes={notes}
          />
        </Section>
      ))}
      <Section id="noten" title={t('printed.notes')}>
        <FigureNotes figures={all} notes={notes} />
      </Section>
      <Section
        id="sommen"
        title={t('printed.sums', { held, total: checks.length })}
        lead={t('printed.sumsLead')}
      >
        <DataTable
          caption={t('printed.sumsCaption')}
          captionHidden
          rows={checks}
          rowKey={(row) => row.slug}
          columns={[
            {
              key: 'what',
              header: t('printed.what'),
              cell: (row) => (
                <Dutch>
                  {row.what}
                  {row.note === null ? null : (
                    <span className="block max-w-md text-xs text-muted">{row.note}</span>
                  )}
                </Dutch>
              ),
            },
            {
              key: 'stated',
              header: t('printed.stated'),
              numeric: true,
              cell: (row) => number(row.stated),
            },
            {
              key: 'computed',
              header: t('printed.computed'),
              numeric: true,
              cell: (row) =>
                row.computed === row.computedTo
                  ? number(row.computed)
                  : t('printed.between', {
                      from: number(row.computed),
                      to: number(row.computedTo),
                    }),
            },
            {
              key: 'holds',
              header: t('printed.outcome'),
              cell: (row) =>
                row.holds ? (
                  t('printed.holds')
                ) : (
                  <strong className="text-clay">{t('printed.differs')}</strong>
                ),
            },
          ]}
        />
      </Section>
      <Section
        id="twijfel"
        title={t('printed.doubts', { count: caveats.length })}
        lead={t('printed.doubtsLead')}
      >
        <ol className="list-decimal space-y-3 pl-6">
          {caveats.map((row) => (
            <li key={row.slug} className="max-w-measure">
              <Dutch>
                {row.finding} <span className="text-sm text-muted">({row.reportRef})</span>
              </Dutch>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  )
}
