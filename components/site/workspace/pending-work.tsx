import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { TodoList, type Todo } from '@/components/site/workspace/todo-list'
import { confirmInitiativeAction } from '@/lib/knowledge/initiatives/actions'
import { noonOf } from '@/lib/base/text/calendar'
import type { WorkItem, WorkKind } from '@/lib/site/worklist/types'

const SHOWN = 5

type Translate = ReturnType<typeof useTranslations<'workspace'>>
interface Text {
  title: string
  act: string
  why: string
  button?: ReactNode
}

function assessText({ title, facts }: WorkItem<'assess'>, t: Translate): Text {
  if (facts.started) return { title, act: t('todo_continue'), why: t('todo_continueWhy') }
  const why = facts.invited
    ? t('todo_invitedWhy', { date: noonOf(facts.deadline) })
    : t('todo_assessWhy', { count: facts.assessors })
  return { title, act: t('todo_assess'), why }
}

const TEXTS: { readonly [K in WorkKind]: (item: WorkItem<K>, t: Translate) => Text } = {
  returned: ({ title, facts }, t) => ({
    title,
    act: t('todo_returned'),
    why: t('todo_returnedWhy', { reason: facts.returnReason ?? '' }),
  }),
  review: ({ title, facts, since }, t) => ({
    title,
    act: t('todo_review'),
    why: t('todo_reviewWhy', { organisation: facts.organisationName, date: since }),
  }),
  handover: ({ title, facts, since }, t) => ({
    title,
    act: t('todo_handover'),
    why: t('todo_handoverWhy', { organisation: facts.fromName, date: since }),
  }),
  corrected: ({ title, facts, since }, t) => ({
    title,
    act: t('todo_corrected'),
    why: t('todo_correctedWhy', { organisation: facts.organisationName, date: since }),
  }),
  contest: ({ title, since }, t) => ({
    title,
    act: t('todo_contest'),
    why: t('todo_contestWhy', { date: since }),
  }),
  mend: ({ title, since }, t) => ({
    title,
    act: t('todo_mend'),
    why: t('todo_mendWhy', { date: since }),
  }),
  reconsider: ({ title, since }, t) => ({
    title,
    act: t('todo_reconsider'),
    why: t('todo_reconsiderWhy', { date: since }),
  }),
  reported: ({ facts }, t) => ({
    title: t('todo_reportedTitle', { count: facts.count }),
    act: t('todo_reported'),
    why: t('todo_reportedWhy'),
  }),
  suggestion: ({ facts }, t) => ({
    title: t('todo_suggestionTitle', { count: facts.count }),
    act: t('todo_suggestion'),
    why: t('todo_suggestionWhy'),
  }),
  answer: ({ title, facts }, t) => ({
    title,
    act: t('todo_answer'),
    why: t('todo_answerWhy', { organisation: facts.organisation }),
  }),
  join: ({ title, facts, since }, t) => ({
    title,
    act: t('todo_join'),
    why: t('todo_joinWhy', { organisation: facts.organisation, date: since }),
  }),
  contact: ({ title, facts: { sender }, since }, t) => ({
    title: t('todo_contactTitle', { region: title }),
    act: t('todo_contact'),
    why: t('todo_contactWhy', { sender: sender === '' ? 'none' : sender, date: since }),
  }),
  enquiry: ({ title, facts: { kind, name, about }, since }, t) => ({
    title: t('todo_enquiryTitle', { kind, about, title }),
    act: t('todo_contact'),
    why: t('todo_enquiryWhy', { name, date: since }),
  }),
  checkin: ({ title, facts }, t) => ({
    title,
    act: t('todo_checkin'),
    why: t('todo_checkinWhy', { months: facts.months }),
  }),
  react: ({ title, facts, since }, t) => ({
    title,
    act: t('todo_react'),
    why: t('todo_reactWhy', { region: facts.regionName, year: String(facts.year), date: since }),
  }),
  confirm: ({ title, facts, since }, t) => ({
    title,
    act: t('todo_confirm'),
    why: t('todo_confirmWhy', { date: since }),
    button: (
      <ActForm
        action={confirmInitiativeAction}
        about={{ initiativeId: facts.initiativeId }}
        label={t('todo_confirm')}
        pending={t('todo_confirming')}
        variant="secondary"
      />
    ),
  }),
  draft: ({ title, since }, t) => ({
    title,
    act: t('todo_draft'),
    why: t('todo_draftWhy', { date: since }),
  }),
  assess: assessText,
}

const toTodo = <K extends WorkKind>(item: WorkItem<K>, t: Translate): Todo => ({
  key: `${item.kind} ${item.key}`,
  href: item.place,
  ...TEXTS[item.kind](item, t),
})

export function PendingWork({ items }: { items: readonly WorkItem[] }) {
  const t = useTranslations('workspace')
  const todos = items.slice(0, SHOWN).map((item) => toTodo(item, t))
  return <TodoList todos={todos} total={items.length} />
}
