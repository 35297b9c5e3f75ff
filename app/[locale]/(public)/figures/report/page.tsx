import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FigureTable } from '@/components/figures/indicators/figure-table'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { CaveatList } from '@/components/figures/statistics/caveat-list'
import { SumsTable } from '@/components/figures/statistics/sums-table'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import { loadReportTables } from '@/lib/figures/statistics/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics')
  return { title: t('printed.title') }
}

export default async function ReportFiguresPage() {
  const [t, nav, { tables, checks, caveats }] = await Promise.all([
    getTranslations('statistics'),
    getTranslations('ui.nav'),
    loadReportTables(),
  ])
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
        <SumsTable checks={checks} />
      </Section>
      <Section
        id="twijfel"
        title={t('printed.doubts', { count: caveats.length })}
        lead={t('printed.doubtsLead')}
      >
        <CaveatList caveats={caveats} />
      </Section>
    </Page>
  )
}
