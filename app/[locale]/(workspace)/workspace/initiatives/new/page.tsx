import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { StartFromList } from '@/components/knowledge/initiative-imports/start-from-list'
import { StartFromDocument } from '@/components/knowledge/documents/start-from-document'
import { NewInitiativeForm } from '@/components/knowledge/editing/new-initiative-form'
import { StartFromIdea } from '@/components/site/ideas/start-from-idea'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsWhere } from '@/lib/people/accounts/working-for.rules'
import { canCreate } from '@/lib/knowledge/revisions/policy'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('editing')
  return { title: t('newTitle') }
}

export default async function NewInitiativePage() {
  const actor = await requireActorPage(
    getPathname({ href: '/workspace/initiatives/new', locale: await getLocale() }),
  )
  const [t, workspace] = await Promise.all([
    getTranslations('editing'),
    getTranslations('workspace'),
  ])
  const [first, ...others] = organisationsWhere(actor, (id) => canCreate(actor, id)).map(
    ({ id, name }) => ({ value: id, label: name }),
  )
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('newTitle') }]}
      />
      <PageHeader title={t('newTitle')} lead={first ? t('newIntro') : undefined} />
      {first ? (
        <>
          <StartFromIdea className="mb-10" />
          <StartFromDocument />
          <NewInitiativeForm
            organisations={[first, ...others]}
            labels={{
              title: t('title'),
              titleHint: t('titleHint'),
              organisation: t('organisation'),
              submit: t('newSubmit'),
              busy: t('creating'),
            }}
          />
          <StartFromList />
        </>
      ) : (
        <EmptyState title={t('noOrganisation')}>{t('noOrganisationWhy')}</EmptyState>
      )}
    </Page>
  )
}
