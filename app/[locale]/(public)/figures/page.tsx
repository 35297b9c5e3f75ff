import { definitionIn, labelIn } from '@/lib/base/text/label'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page, PageHeader, Row } from '@/components/base/ui/layout'
import { Link } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadIndicatorList } from '@/lib/figures/statistics/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics')
  return { title: t('title') }
}

export default async function FiguresPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const [{ locale }, t, list] = await Promise.all([
    params,
    getTranslations('statistics'),
    loadIndicatorList(),
  ])
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead', { count: list.length })}>
        <p className="mt-4">
          <Link href="/figures/report">{t('toReport')}</Link>
        </p>
      </PageHeader>
      <ul>
        {list.map((row) => (
          <Row key={row.slug}>
            <Link
              href={{ pathname: '/figures/[slug]', params: { slug: row.slug } }}
              className="font-serif text-lg font-semibold"
            >
              {labelIn(locale, row)}
            </Link>
            <p className="mt-1 max-w-measure text-muted">{definitionIn(locale, row)}</p>
            <p className="mt-1 text-sm text-muted">
              {t('rowFacts', { count: row.count, source: row.source?.name ?? t('sourceUnknown') })}
            </p>
          </Row>
        ))}
      </ul>
    </Page>
  )
}
