import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IssueTable } from '@/components/figures/imports/issue-table'
import { ImportState } from '@/components/figures/imports/import-state'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname, Link } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadImport } from '@/lib/figures/imports/loaders'
import { UNCHANGED } from '@/lib/figures/imports/rules'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const load = async (params: Props['params']) => {
  const { locale, id } = await params
  return loadImport(
    id,
    getPathname({ href: { pathname: '/workspace/admin/figures/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).found.label }
}

export default async function ImportPage({ params }: Props) {
  const [{ found, issues, run }, t, workspace] = await Promise.all([
    load(params),
    getTranslations('statistics.admin'),
    getTranslations('workspace'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: t('title'), href: '/workspace/admin/figures' },
          { label: found.label },
        ]}
      />
      <PageHeader
        kicker={found.dataset.title}
        title={found.label}
        lead={t(`status.${found.status}`)}
      >
        <ImportState found={found} run={run} />
        <p className="mt-6">
          <Link
            href={{
              pathname: '/workspace/admin/figures/sources/[slug]',
              params: { slug: found.dataset.slug },
            }}
            className="inline-flex min-h-11 items-center"
          >
            {t('change')}
          </Link>
        </p>
      </PageHeader>
      {found.problem === null && run === null && found.detail !== UNCHANGED ? (
        <Section id="fouten" title={t('issues')}>
          {issues.length === 0 ? <p>{t('issuesNone')}</p> : <IssueTable issues={issues} />}
        </Section>
      ) : null}
    </Page>
  )
}
