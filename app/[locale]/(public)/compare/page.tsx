import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AddToComparison } from '@/components/exchange/comparison/add-to-comparison'
import { comparisonGroups } from '@/components/exchange/comparison/comparison-rows'
import { ComparisonTable } from '@/components/exchange/comparison/comparison-table'
import { CriteriaOverlay } from '@/components/exchange/comparison/criteria-overlay'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { buttonClass } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
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
  const [t, nav, format, groups, addable] = await Promise.all([
    getTranslations('comparison'),
    getTranslations('ui.nav'),
    getFormatter(),
    comparisonGroups(compared, locale),
    loadAddable(raw.q, slugs),
  ])
  const rows = groups.flatMap((group) => group.rows).filter(({ isText }) => !isText)
  const count = compared.length
  const shared = rows.flatMap(({ cells, agreement }) =>
    (agreement.kind === 'same' || agreement.kind === 'partly') && agreement.known === count
      ? (cells[0] ?? []).filter(({ key }) => agreement.shared.includes(key)).map(({ text }) => text)
      : [],
  )
  const of = (kind: string) => rows.filter(({ agreement }) => agreement.kind === kind).length
  const blind = compared.filter((one) => one.blind).map(({ initiative }) => initiative.title)
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
        {count > 1 && shared.length > 0 ? (
          <p className="mt-2 max-w-measure">
            {t('leadShared', { count, list: format.list(shared.slice(0, 5)) })}
          </p>
        ) : null}
        <div className="mt-6 max-w-measure space-y-4 empty:hidden">
          {unknown.length > 0 ? (
            <Notice tone="attention" title={t('unknown', { count: unknown.length })}>
              {t('unknownWhy', { list: unknown.map((name) => `‘${name}’`).join(', ') })}
            </Notice>
          ) : null}
          {over.length > 0 ? (
            <Notice title={t('over')}>
              {t('overWhy', { list: over.map((name) => `‘${name}’`).join(', ') })}
            </Notice>
          ) : null}
          {blind.length > 0 ? (
            <Notice>
              {t('blind', { titles: format.list(blind.map((title) => `‘${title}’`)) })}
            </Notice>
          ) : null}
        </div>
        {count > 1 ? (
          <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
            <a
              href={`${getPathname({ href: '/compare/file', locale })}?i=${choiceValue(slugs)}`}
              download
              className={buttonClass('secondary')}
            >
              {t('download')}
            </a>
            <p className="text-sm text-muted">{t('print')}</p>
          </div>
        ) : null}
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
      <AddToComparison slugs={slugs} locale={locale} {...addable} />
    </Page>
  )
}
