import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PeopleFilter } from '@/components/people/administration/people-filter'
import { PeopleTable } from '@/components/people/administration/people-table'
import { OpenInvitations } from '@/components/people/invitations/open-invitations'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { getPathname } from '@/i18n/navigation'
import { loadPeople } from '@/lib/people/administration/loaders'
import { PEOPLE_PAGE } from '@/lib/people/administration/rules'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.people')
  return { title: t('title') }
}

export default async function PeoplePage({ searchParams }: Props) {
  const path = getPathname({ href: '/workspace/admin/people', locale: await getLocale() })
  const [t, invited, admin, workspace, { chosen, people, total, invitations, ...choices }] =
    await Promise.all([
      getTranslations('administration.people'),
      getTranslations('invitations.list'),
      getTranslations('administration'),
      getTranslations('workspace'),
      loadPeople(await searchParams, path),
    ])
  const hrefFor = (page: number) => {
    const query = new URLSearchParams({
      ...(chosen.text !== '' && { zoek: chosen.text }),
      ...(chosen.organisationId !== null && { organisatie: chosen.organisationId }),
      ...(chosen.role !== null && { rol: chosen.role }),
      ...(chosen.filter !== null && { toon: chosen.filter }),
      pagina: String(page),
    })
    return `${path}?${query.toString()}`
  }
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead', { count: total })}>
        <p className="mt-6">
          <ButtonLink href="/workspace/admin/invite">{t('invite')}</ButtonLink>
        </p>
      </PageHeader>
      <PeopleFilter chosen={chosen} organisations={choices.organisations} action={path} />
      {people.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <PeopleTable people={people} />
      )}
      <Pagination page={chosen.page} pages={Math.ceil(total / PEOPLE_PAGE)} hrefFor={hrefFor} />
      <Section id="uitnodigingen" title={invited('title')} className="mt-14">
        <OpenInvitations invitations={invitations} />
      </Section>
    </Page>
  )
}
