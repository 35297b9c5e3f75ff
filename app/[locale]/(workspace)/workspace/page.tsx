import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { OwnInitiatives } from '@/components/site/workspace/own-initiatives'
import { WorkspaceLinks } from '@/components/site/workspace/workspace-links'
import { TodoList, type Todo } from '@/components/site/workspace/todo-list'
import { ButtonLink } from '@/components/base/ui/button'
import { TextLink } from '@/components/base/ui/text'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, ExampleMark } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { loadAdoptionsOfActor } from '@/lib/exchange/adoptions/loaders'
import { loadAssessable } from '@/lib/judgement/assessments/loaders'
import { loadWaitingContacts } from '@/lib/exchange/contacts/loaders'
import { confirmInitiativeAction } from '@/lib/knowledge/initiatives/actions'
import { loadUnconfirmed } from '@/lib/knowledge/initiatives/loaders'
import { noonOf } from '@/lib/base/text/calendar'
import { loadWaitingJoins } from '@/lib/exchange/overlap/loaders'
import { loadReported } from '@/lib/exchange/questions/loaders'
import { loadRevisionWork } from '@/lib/knowledge/revisions/loaders'
import { loadWritableRegions } from '@/lib/monitor/chains/loaders'
import { canCreate } from '@/lib/knowledge/revisions/policy'
import { loadAwaitedReactions } from '@/lib/monitor/verdicts/loaders'
import { loadSavedCount } from '@/lib/knowledge/saved-searches/loaders'

const SHOWN = 5

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace')
  return { title: t('title') }
}

export default async function WorkspacePage() {
  const actor = await requireActorPage(
    getPathname({ href: '/workspace', locale: await getLocale() }),
  )
  const [
    t,
    editor,
    saved,
    { drafts, submitted },
    assessable,
    unconfirmed,
    regions,
    searches,
    adoptions,
    reactions,
    reported,
    joins,
    letters,
  ] = await Promise.all([
    getTranslations('workspace'),
    getTranslations('chains.editor'),
    getTranslations('savedSearches'),
    loadRevisionWork(actor),
    loadAssessable(actor),
    loadUnconfirmed(actor),
    loadWritableRegions(actor),
    loadSavedCount(actor),
    loadAdoptionsOfActor(actor),
    loadAwaitedReactions(actor),
    loadReported(actor),
    loadWaitingJoins(actor),
    loadWaitingContacts(actor),
  ])
  const own = (status: 'returned' | 'draft') => drafts.filter((row) => row.status === status)
  const open = (id: string) =>
    ({ pathname: '/workspace/initiatives/[id]', params: { id } }) as const
  const todos: Todo[] = [
    ...own('returned').map((row) => ({
      key: row.id,
      title: row.title,
      act: t('todo_returned'),
      why: t('todo_returnedWhy', { reason: row.returnReason ?? '' }),
      href: open(row.id),
    })),
    ...submitted.map((row) => ({
      key: row.id,
      title: row.title,
      act: t('todo_review'),
      why: t('todo_reviewWhy', {
        organisation: row.organisationName,
        date: row.submittedAt ?? row.updatedAt,
      }),
      href: { pathname: '/workspace/reviews/[id]' as const, params: { id: row.id } },
    })),
    ...(reported === 0
      ? []
      : [
          {
            key: 'reported',
            title: t('todo_reportedTitle', { count: reported }),
            act: t('todo_reported'),
            why: t('todo_reportedWhy'),
            href: '/workspace/questions' as const,
          },
        ]),
    ...adoptions.asked
      .filter(({ waitsForAnswer }) => waitsForAnswer)
      .map((row) => ({
        key: row.id,
        title: row.title,
        act: t('todo_answer'),
        why: t('todo_answerWhy', { organisation: row.organisation }),
        href: { pathname: '/workspace/adoptions/[id]' as const, params: { id: row.id } },
      })),
    ...joins.map(({ id, title, organisation, askedAt }) => ({
      key: id,
      title,
      act: t('todo_join'),
      why: t('todo_joinWhy', { organisation, date: askedAt }),
      href: { pathname: '/workspace/joining/[id]' as const, params: { id } },
    })),
    ...letters.map(({ id, title, sender, sentAt, token }) => ({
      key: id,
      title: t('todo_contactTitle', { region: title }),
      act: t('todo_contact'),
      why: t('todo_contactWhy', { sender: sender === '' ? 'none' : sender, date: sentAt }),
      href: { pathname: '/contact' as const, query: { token } },
    })),
    ...adoptions.own.flatMap(({ id, title, dueMonth }) =>
      dueMonth === null
        ? []
        : [
            {
              key: id,
              title,
              act: t('todo_checkin'),
              why: t('todo_checkinWhy', { months: dueMonth }),
              href: { pathname: '/workspace/adoptions/[id]' as const, params: { id } },
            },
          ],
    ),
    ...reactions.map(({ measureId, title, regionName, year, signedAt }) => ({
      key: `${measureId}-${year}`,
      title,
      act: t('todo_read'),
      why: t('todo_readWhy', { region: regionName, year: String(year), date: signedAt }),
      href: {
        pathname: '/workspace/measures/[id]/[year]/reaction' as const,
        params: { id: measureId, year: String(year) },
      },
    })),
    ...unconfirmed.map((row) => ({
      key: row.initiativeId,
      title: row.title,
      act: t('todo_confirm'),
      why: t('todo_confirmWhy', { date: new Date(row.since) }),
      href: { pathname: '/initiatives/[slug]' as const, params: { slug: row.slug } },
      button: (
        <ActForm
          action={confirmInitiativeAction}
          about={{ initiativeId: row.initiativeId }}
          label={t('todo_confirm')}
          pending={t('todo_confirming')}
          variant="secondary"
        />
      ),
    })),
    ...own('draft').map((row) => ({
      key: row.id,
      title: row.title,
      act: t('todo_draft'),
      why: t('todo_draftWhy', { date: row.updatedAt }),
      href: open(row.id),
    })),
    ...assessable.map((row) => ({
      key: row.initiativeId,
      title: row.title,
      act: t(row.started ? 'todo_continue' : 'todo_assess'),
      why: row.started
        ? t('todo_continueWhy')
        : row.invited
          ? t('todo_invitedWhy', { date: noonOf(row.deadline) })
          : t('todo_assessWhy', { count: row.assessors }),
      href: { pathname: '/workspace/assessments/[slug]' as const, params: { slug: row.slug } },
    })),
  ]
  const mayCreate = actor.memberships.some(({ organisationId }) => canCreate(actor, organisationId))
  return (
    <Page>
      <PageHeader
        kicker={t('greeting', { name: actor.name })}
        title={t('waiting', { count: todos.length })}
        lead={todos.length === 0 && mayCreate ? t('waitingNone') : undefined}
      >
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
      {regions.length > 0 ? (
        <Section id="regios" title={editor('workspaceTitle')} lead={editor('workspaceLink')}>
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
      ) : null}
      <Section id="zoekvragen" title={saved('title')} className="mt-14">
        <p>
          {saved('workspace', { count: searches })}{' '}
          <TextLink href="/workspace/searches">{saved('toList')}</TextLink>
        </p>
      </Section>
      {actor.memberships.length === 0 && actor.platformRoles.length === 0 ? (
        <EmptyState title={t('noRole')}>{t('noRoleWhy')}</EmptyState>
      ) : null}
    </Page>
  )
}
