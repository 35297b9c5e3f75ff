import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NewOrganisation } from '@/components/people/organisations/new-organisation'
import { OrganisationFilter } from '@/components/people/organisations/organisation-filter'
import { OrganisationTable } from '@/components/people/organisations/organisation-table'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadOrganisations } from '@/lib/people/organisations/loaders'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisations')
  return { title: t('title') }
}

export default async function OrganisationsPage({ searchParams }: Props) {
  const path = getPathname({ href: '/workspace/admin/organisations', locale: await getLocale() })
  const [t, admin, workspace, { chosen, organisations, regions, isAdministrator }] =
    await Promise.all([
      getTranslations('organisations'),
      getTranslations('administration'),
      getTranslations('workspace'),
      loadOrganisations(await searchParams, path),
    ])
  const isFiltered = chosen.text !== '' || chosen.kind !== null
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {organisations.length > 0 || isFiltered ? (
        <OrganisationFilter chosen={chosen} action={path} />
      ) : null}
      {organisations.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'none' : 'noneYet')}>
          {t(isFiltered ? 'noneWhy' : 'noneYetWhy')}
        </EmptyState>
      ) : (
        <OrganisationTable rows={organisations} />
      )}
      {isAdministrator ? <NewOrganisation regions={regions} /> : null}
    </Page>
  )
}
