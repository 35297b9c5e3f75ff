import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountSection } from '@/components/people/administration/account-section'
import { HandOverSection } from '@/components/people/administration/hand-over-section'
import { PersonFacts } from '@/components/people/administration/person-facts'
import { PlatformRoles } from '@/components/people/administration/platform-roles'
import { ResetPanel } from '@/components/people/second-factor/reset-panel'
import { RoleSection } from '@/components/people/administration/role-section'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadPerson } from '@/lib/people/administration/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const path = getPathname({
    href: { pathname: '/workspace/admin/people/[id]', params: { id } },
    locale,
  })
  return loadPerson(id, path)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await load(params)
  return { title: person.name }
}

export default async function PersonPage({ params }: Props) {
  const [t, admin, workspace, { actor, person, colleagues, isAdministrator, isSelf }] =
    await Promise.all([
      getTranslations('administration.people'),
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
          { label: t('title'), href: '/workspace/admin/people' },
          { label: person.name },
        ]}
      />
      <PageHeader title={person.name}>
        <div className="mt-6">
          <PersonFacts person={person} />
        </div>
      </PageHeader>
      <RoleSection person={person} />
      {isAdministrator ? <PlatformRoles person={person} /> : null}
      <HandOverSection person={person} colleagues={colleagues} />
      {isAdministrator ? <AccountSection person={person} isSelf={isSelf} /> : null}
      {isAdministrator ? (
        <div className="border-t border-hairline pt-8 pb-10">
          <ResetPanel actor={actor} userId={person.id} />
        </div>
      ) : null}
    </Page>
  )
}
