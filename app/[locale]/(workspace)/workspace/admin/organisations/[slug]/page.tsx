import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EndSection } from '@/components/people/organisations/end-section'
import { MemberList } from '@/components/people/organisations/member-list'
import { OrganisationDetails } from '@/components/people/organisations/organisation-details'
import { TrustSection } from '@/components/people/organisations/trust-section'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadOrganisation } from '@/lib/people/organisations/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

async function load(params: Props['params']) {
  const { locale, slug } = await params
  const path = getPathname({
    href: { pathname: '/workspace/admin/organisations/[slug]', params: { slug } },
    locale,
  })
  return loadOrganisation(slug, path)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation } = await load(params)
  return { title: organisation.name }
}

export default async function OrganisationPage({ params }: Props) {
  const [t, kinds, admin, workspace, { organisation, ...loaded }] = await Promise.all([
    getTranslations('organisations'),
    getTranslations('organisations.kinds'),
    getTranslations('administration'),
    getTranslations('workspace'),
    load(params),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title'), href: '/workspace/admin/organisations' },
          { label: organisation.name },
        ]}
      />
      <PageHeader
        kicker={kinds(organisation.kind)}
        title={organisation.name}
        lead={organisation.regionName ?? t('noRegion')}
      />
      <MemberList organisation={organisation} />
      <OrganisationDetails
        organisation={organisation}
        regions={loaded.regions}
        mayChangeRegions={loaded.mayChangeRegions}
      />
      {loaded.isAdministrator ? <TrustSection organisation={organisation} /> : null}
      {loaded.isAdministrator ? (
        <EndSection
          organisation={organisation}
          successors={loaded.successors}
          needsSuccessor={loaded.needsSuccessor}
        />
      ) : null}
    </Page>
  )
}
