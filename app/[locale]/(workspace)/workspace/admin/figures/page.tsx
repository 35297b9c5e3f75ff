import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportTable } from '@/components/figures/imports/import-table'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { SourceList } from '@/components/figures/imports/source-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadImports } from '@/lib/figures/imports/loaders'
import { firstValue } from '@/lib/base/http/parameters'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics.admin')
  return { title: t('title') }
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const [{ locale }, { fout, waar }] = await Promise.all([params, searchParams])
  const { datasets, imports } = await loadImports(
    getPathname({ href: '/workspace/admin/figures', locale }),
  )
  const [t, workspace] = await Promise.all([
    getTranslations('statistics.admin'),
    getTranslations('workspace'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')}>
        {typeof fout === 'string' ? (
          <Notice tone="error" title={t('stopped')} live className="mt-6 max-w-measure">
            <ProblemText code={fout.slice(0, 40)} detail={firstValue(waar).slice(0, 200)} />
          </Notice>
        ) : null}
      </PageHeader>
      <Section id="bronnen" title={t('datasets')}>
        {datasets.length === 0 ? <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState> : null}
        <SourceList datasets={datasets} />
        <p className="mt-6">
          <ButtonLink
            href="/workspace/admin/figures/new"
            variant={datasets.length === 0 ? 'primary' : 'secondary'}
          >
            {t('new')}
          </ButtonLink>
        </p>
      </Section>
      <Section id="keren" title={t('imports')}>
        {imports.length === 0 ? (
          <p className="text-muted">{t('importsNone')}</p>
        ) : (
          <ImportTable imports={imports} />
        )}
      </Section>
    </Page>
  )
}
