import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OwnInitiatives } from '@/components/workspace/own-initiatives'
import { TodoList, type Todo } from '@/components/workspace/todo-list'
import { ButtonLink } from '@/components/ui/button'
import { Page, PageHeader, Section } from '@/components/ui/layout'
import { EmptyState, ExampleMark } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text'
import { getPathname } from '@/i18n/navigation'
import { requireActorPage } from '@/lib/accounts/loaders'
import { loadAssessable } from '@/lib/assessments/loaders'
import { loadRevisionWork } from '@/lib/revisions/loaders'
import { canCreate } from '@/lib/revisions/policy'
import { loadSavedCount } from '@/lib/saved-searches/loaders'

const SHOWN = 5

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace')
  return { title: t('title') }
}

export default async function WorkspacePage() {
  const actor = await requireActorPage(getPathname({ href: '/workspace', locale: await getLocale() }))
  const [t, saved, { drafts, submitted }, assessable, searches] = await Promise.all([
    getTranslations('workspace'), getTranslations('savedSearches'), loadRevisionWork(actor), loadAssessable(actor), loadSavedCount(actor),
  ])
  const own = (status: 'returned' | 'draft') => drafts.filter((row) => row.status === status)
  const open = (id: string) => ({ pathname: '/workspace/initiatives/[id]', params: { id } }) as const
  const todos: Todo[] = [
    ...own('returned').map((row) => ({ key: row.id, title: row.title, act: t('todo_returned'), why: t('todo_returnedWhy', { reason: row.returnReason ?? '' }), href: open(row.id) })),
    ...submitted.map((row) => ({
      key: row.id, title: row.title, act: t('todo_review'), why: t('todo_reviewWhy', { organisation: row.organisationName, date: row.submittedAt ?? row.updatedAt }),
      href: { pathname: '/workspace/reviews/[id]' as const, params: { id: row.id } },
    })),
    ...own('draft').map((row) => ({ key: row.id, title: row.title, act: t('todo_draft'), why: t('todo_draftWhy', { date: row.updatedAt }), href: open(row.id) })),
    ...assessable.map((row) => ({
      key: row.initiativeId, title: row.title, act: t(row.started ? 'todo_continue' : 'todo_assess'),
      why: row.started ? t('todo_continueWhy') : t('todo_assessWhy', { count: row.assessors }),
      href: { pathname: '/workspace/assessments/[slug]' as const, params: { slug: row.slug } },
    })),
  ]
  const mayCreate = actor.memberships.some(({ organisationId }) => canCreate(actor, organisationId))
  return (
    <Page>
      <PageHeader kicker={t('greeting', { name: actor.name })} title={t('waiting', { count: todos.length })} lead={todos.length === 0 && mayCreate ? t('waitingNone') : undefined}>
        {actor.isExample ? (
          <p className="mt-3">
            <ExampleMark>{t('example')}</ExampleMark>
          </p>
        ) : null}
        {mayCreate ? (
          <p className="mt-6">
            <ButtonLink href="/workspace/initiatives/new">{t('add')}</ButtonLink>
          </p>
        ) : null}
      </PageHeader>
      <TodoList todos={todos.slice(0, SHOWN)} total={todos.length} />
      {mayCreate ? (
        <Section id="initiatieven" title={t('initiatives')} className="mt-14">
          {drafts.length === 0 ? <EmptyState title={t('initiativesNone')}>{t('initiativesNoneWhy')}</EmptyState> : <OwnInitiatives rows={drafts} />}
        </Section>
      ) : null}
      <Section id="zoekvragen" title={saved('title')} className="mt-14">
        <p>
          {saved('workspace', { count: searches })} <TextLink href="/workspace/searches">{saved('toList')}</TextLink>
        </p>
      </Section>
      {actor.memberships.length === 0 && actor.platformRoles.length === 0 ? <EmptyState title={t('noRole')}>{t('noRoleWhy')}</EmptyState> : null}
    </Page>
  )
}
