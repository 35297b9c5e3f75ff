import { labelIn } from '@/lib/base/text/label'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackToWhole } from '@/components/monitor/overview/back-to-whole'
import { CriterionForm } from '@/components/monitor/overview/criterion-form'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { MatrixTable } from '@/components/monitor/overview/matrix-table'
import { MonitorTabs } from '@/components/monitor/overview/monitor-tabs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMatrix } from '@/lib/monitor/overview/loaders'
import { choiceParameters } from '@/lib/monitor/overview/rules'
import type { RawParameters } from '@/lib/knowledge/search/rules'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<RawParameters>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview')
  return { title: t('title'), description: t('lead') }
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const [{ locale }, raw] = await Promise.all([params, searchParams])
  const [t, format, matrix] = await Promise.all([
    getTranslations('overview'),
    getFormatter(),
    loadMatrix(raw),
  ])
  const { choice, criteria, blind, cells, groups, instruments } = matrix
  const nothing = cells.length === 0 && choice.group === null && choice.instrument === null
  const empty = nothing ? (
    <EmptyState title={t('nothing')}>{t('nothingWhy')}</EmptyState>
  ) : (
    <EmptyState title={t('emptyTitle')}>{t('emptyWhy')}</EmptyState>
  )
  const label = (term: { labelNl: string; labelEn: string }) => labelIn(locale, term)
  return (
    <Page>
      <PageHeader title={t('heading')} lead={t('lead')} />
      <MonitorTabs current="matrix" />
      <Section
        id="matrix"
        title={t('matrix')}
        lead={cells.length > 0 ? t('matrixLead') : undefined}
        className="border-t-0 pt-0"
      >
        {blind ? (
          <Notice className="mb-6">{t('blind')}</Notice>
        ) : (
          !nothing && (
            <CriterionForm locale={locale} choice={choice} criteria={criteria} label={label} />
          )
        )}
        <BackToWhole choice={choice} />
        {cells.length > 0 ? <MatrixTable matrix={matrix} /> : empty}
        <div className="mt-6 max-w-measure space-y-3">
          {groups.unused.length === 0 || nothing ? null : (
            <p>{t('unusedGroups', { list: format.list(groups.unused.map(label)) })}</p>
          )}
          {instruments.unused.length === 0 || nothing ? null : (
            <p>{t('unusedInstruments', { list: format.list(instruments.unused.map(label)) })}</p>
          )}
          {nothing ? null : <p className="text-sm text-muted">{t('note')}</p>}
        </div>
        <FileLinks
          address={getPathname({ href: '/monitor/file', locale })}
          parameters={choiceParameters(choice)}
        />
      </Section>
    </Page>
  )
}
