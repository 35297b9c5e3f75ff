import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, ExampleMark } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { UnsentDrafts } from '@/components/people/form-drafts/unsent-drafts'
import { DoneNotice, RefusalNotice } from '@/components/site/workspace/done-notice'
import { OwnInitiatives } from '@/components/site/workspace/own-initiatives'
import { PendingWork } from '@/components/site/workspace/pending-work'
import { WorkspaceLinks } from '@/components/site/workspace/workspace-links'
import { getPathname } from '@/i18n/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { loadUnsentDrafts } from '@/lib/people/form-drafts/loaders'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import { loadWritableRegions } from '@/lib/monitor/chains/loaders'
import type { RegionSummary } from '@/lib/base/regions/types'
import { loadRefusal } from '@/lib/judgement/panels/loaders'
import { loadRevisionDone } from '@/lib/knowledge/revisions/loaders'
import { canCreate } from '@/lib/knowledge/revisions/policy'
import { loadSavedCount } from '@/lib/knowledge/saved-searches/loaders'
import { loadWorklist } from '@/lib/site/worklist/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace')
  return { title: t('title') }
}

interface Props {
  searchParams: Promise<{ gedaan?: string | string[]; over?: string | string[] }>
}

const one = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : undefined

export default async function WorkspacePage({ searchParams }: Props) {
  const { gedaan, over } = await searchParams
  const actor = await requireActorPage(
    getPathname({ href: '/workspace', locale: await getLocale() }),
  )
  const [t, { items, drafts }, regions, searches, unsent, done, refusal] = await Promise.all([
    getTranslations('workspace'),
    loadWorklist(actor),
    loadWritableRegions(actor),
    loadSavedCount(actor),
    loadUnsentDrafts(actor),
    loadRevisionDone(actor, one(gedaan), one(over)),
    loadRefusal(actor, one(gedaan), one(over)),
  ])
  const mayCreate = workingFor(actor).memberships.some(({ organisationId }) =>
    canCreate(actor, organisationId),
  )
  return (
    <Page>
      {done ? <DoneNotice done={done} /> : null}
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      <PageHeader
        kicker={t('greeting', { name: actor.name })}
        title={t('pending', { count: items.length })}
        lead={items.length === 0 && mayCreate ? t('pendingNone') : undefined}
      >
        {actor.isExample ? (
          <p className="mt-3">
            <ExampleMark>{t('example')}</ExampleMark>
          </p>
        ) : null}
        {mayCreate ? (
          <p className="mt-6">
            <ButtonLink href="/workspace/initiatives/new">{t('add')}</ButtonLink>{' '}
            <ButtonLink href="/check-idea" variant="quiet">
              {t('checkIdea')}
            </ButtonLink>
          </p>
        ) : null}
      </PageHeader>
      <PendingWork items={items} />
      <UnsentDrafts drafts={unsent} />
      <WorkspaceLinks actor={actor} />
      {mayCreate ? (
        <Section id="initiatieven" title={t('initiatives')} className="mt-14">
          {drafts.length === 0 ? (
            <EmptyState title={t('initiativesNone')}>{t('initiativesNoneWhy')}</EmptyState>
          ) : (
            <OwnInitiatives rows={drafts} />
          )}
        </Section>
      ) : null}
      {regions.length > 0 ? <WritableRegions regions={regions} /> : null}
      <SavedSearches count={searches} />
      {actor.memberships.length === 0 && actor.platformRoles.length === 0 ? (
        <EmptyState title={t('noRole')}>{t('noRoleWhy')}</EmptyState>
      ) : null}
    </Page>
  )
}

function WritableRegions({ regions }: { regions: readonly RegionSummary[] }) {
  const t = useTranslations('chains.editor')
  return (
    <Section id="regios" title={t('workspaceTitle')} lead={t('workspaceLink')}>
      <ul className="gap-x-8 sm:columns-2 lg:columns-3">
        {regions.map(({ slug, name }) => (
          <li key={slug}>
            <TextLink
              className="inline-flex min-h-11 items-center"
              href={{ pathname: '/workspace/regions/[slug]', params: { slug } }}
            >
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function SavedSearches({ count }: { count: number }) {
  const t = useTranslations('savedSearches')
  return (
    <Section id="zoekvragen" title={t('title')} className="mt-14">
      <p>
        {t('workspace', { count })} <TextLink href="/workspace/searches">{t('toList')}</TextLink>
      </p>
    </Section>
  )
}
