import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MappingEditor } from '@/components/figures/datasets/mapping-editor'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname, Link } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadNewMapping } from '@/lib/figures/datasets/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('datasets')
  return { title: t('new') }
}

export default async function NewMappingPage({ params, searchParams }: Props) {
  const [{ locale, id }, query] = await Promise.all([params, searchParams])
  const { sample, ...work } = await loadNewMapping(
    id,
    query,
    getPathname({
      href: { pathname: '/workspace/admin/figures/new/[id]', params: { id } },
      locale,
    }),
  )
  const [t, admin, workspace] = await Promise.all([
    getTranslations('datasets'),
    getTranslations('statistics.admin'),
    getTranslations('workspace'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin/figures' },
          { label: t('new') },
        ]}
      />
      <PageHeader kicker={t('new')} title={sample.table?.title ?? sample.label} lead={t('mapLead')}>
        {sample.datasetSlug === null ? null : (
          <Notice className="mt-6 max-w-measure" title={t('alreadySource')}>
            <Link
              href={{
                pathname: '/workspace/admin/figures/sources/[slug]',
                params: { slug: sample.datasetSlug },
              }}
            >
              {t('toSource')}
            </Link>
          </Notice>
        )}
      </PageHeader>
      <MappingEditor {...work} sample={sample} />
    </Page>
  )
}
