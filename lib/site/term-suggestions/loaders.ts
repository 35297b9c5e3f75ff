import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { getRevisionDraft } from '@/lib/knowledge/revisions/data'
import { canEdit } from '@/lib/knowledge/revisions/policy'
import { requireVocabularies } from '@/lib/site/vocabularies/loaders'
import { listStoredTerms } from '@/lib/site/vocabularies/data'
import { canManageVocabularies } from '@/lib/site/vocabularies/policy'
import { isMergeTarget } from '@/lib/site/vocabularies/rules'
import { TAGS } from '@/lib/site/vocabularies/types'
import {
  countOpenSuggestions,
  getSuggestion,
  listOpenSuggestions,
  listOwnSuggestions,
} from './data'
import { canSuggest } from './policy'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** The draft that a suggestion is for, when it is theirs to edit. */
export async function findOwnDraft(actor: Actor, id: unknown) {
  const draft = typeof id === 'string' ? await getRevisionDraft(id) : null
  return draft && canEdit(actor, draft) ? { id: draft.id, title: draft.content.title } : null
}

/** The form to suggest a term, and what this person suggested before. */
export async function loadSuggesting(query: Query, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canSuggest(actor)) notFound()
  const kind = typeof query.soort === 'string' ? query.soort : ''
  return {
    vocabulary: Object.hasOwn(TAGS, kind) ? TAGS[kind as keyof typeof TAGS] : null,
    draft: await findOwnDraft(actor, query.versie),
    own: await listOwnSuggestions(actor.userId),
  }
}

export async function loadOpenSuggestions(returnTo: string) {
  await requireVocabularies(returnTo)
  return listOpenSuggestions()
}

/** One suggestion with the terms it could belong to. */
export async function loadSuggestion(id: string, returnTo: string) {
  await requireVocabularies(returnTo)
  const suggestion = await getSuggestion(id)
  if (!suggestion) notFound()
  const terms = (await listStoredTerms(suggestion.vocabulary))
    .filter((term) => isMergeTarget(term, { id: '', measure: null }))
    .toSorted((a, b) => a.labelNl.localeCompare(b.labelNl, 'nl'))
  return { suggestion, terms }
}

/** How many suggestions wait for this administrator; none for anyone else. */
export async function loadWaitingSuggestions(actor: Actor): Promise<number> {
  return canManageVocabularies(actor) ? countOpenSuggestions() : 0
}
