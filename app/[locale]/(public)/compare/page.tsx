import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AddToComparison } from '@/components/exchange/comparison/add-to-comparison'
import { ComparisonDownload } from '@/components/exchange/comparison/comparison-download'
import { ComparisonNotices } from '@/components/exchange/comparison/comparison-notices'
import { comparisonGroups } from '@/components/exchange/comparison/comparison-rows'
import { ComparisonTable } from '@/components/exchange/comparison/comparison-table'
import { CriteriaOverlay } from '@/components/exchange/comparison/criteria-overlay'
import { SharedPoints } from '@/components/exchange/comparison/shared-points'
import { CompareSuitability } from '@/components/site/suitability/compare-section'
import { PortraitLink } from '@/components/site/portraits/portrait-link'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadAddable, loadComparison } from '@/lib/exchange/comparison/loaders'
import { choiceValue } from '@/lib/exchange/comparison/rules'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const headingOf = (count: number) =>
  count === 0 ? 'headingNone' : count === 1 ? 'headingOne' : 'heading'

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { compared }] = await Promise.all([
    getTranslations('comparison'),
    searchParams.then(({ i }) => loadComparison(i)),
  ])
  const titles = compared.map(({ initiative }) => initiative.title).join(', ')
  return {
    title: titles === '' ? t('title') : `${t('title')}: ${titles}`,
    robots: { index: false },
  }
}

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ locale }, raw] = await Promise.all([params, searchParams])
  const { compared, unknown, over } = await loadComparison(raw.i)
  const slugs = compared.map(({ initiative }) => initiative.slug)
  const [t, nav, groups, addable] = await Promise.all([
    getTranslations('comparison'),
    getTranslations('ui.nav'),
    comparisonGroups(compared, locale),
    loadAddable(raw.q, slugs),
  ])
  const rows = groups.flatMap((group) => group.rows).filter(({ isText }) => !isText)
  const count = compared.length

  const of = (kind: string) => rows.filter(({ agreement }) => agreement.kind === kind).length
  return (
    <Page className="comparison-page">
      <Breadcrumbs
        items={[{ label: nav('initiatives'), href: '/initiatives' }, { label: t('title') }]}
      />
      <PageHeader
        title={t(headingOf(count), { count })}
        lead={
          count === 0
            ? t('leadNone')
            : count === 1
              ? t('leadOne')
              : t('lead', { different: of('different'), same: of('same') })
        }
      >
        <SharedPoints count={count} rows={rows} />
        <ComparisonNotices unknown={unknown} over={over} compared={compared} />
        {count > 1 ? <ComparisonDownload locale={locale} slugs={slugs} /> : null}
        {count > 1 ? <PortraitLink slug={slugs.join(',')} /> : null}
      </PageHeader>
      {count > 1 ? (
        <Section id="criteria" title={t('criteria')} lead={t('criteriaLead')}>
          <CriteriaOverlay
            compared={compared}
            locale={locale}
            page={`${getPathname({ href: '/compare', locale })}?i=${choiceValue(slugs)}`}
          />
        </Section>
      ) : null}
      {count > 0 ? (
        <Section id="punten" title={t('tableCaption')}>
          <ComparisonTable compared={compared} groups={groups} caption={t('legend')} />
        </Section>
      ) : null}
      {count > 0 ? (
        <CompareSuitability
          initiatives={compared.map(({ initiative }) => initiative)}
          locale={locale}
          asked={raw.voor}
        />
      ) : null}
      <AddToComparison slugs={slugs} locale={locale} {...addable} />
    </Page>
  )
}
