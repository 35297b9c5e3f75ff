import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { countDoubles, countTerms, getTerm, listStoredTerms, listTermRows } from './data'
import { canManageVocabularies } from './policy'
import { branches, isMergeTarget, isVocabularySlug, isWithin } from './rules'
import { MANAGED, type ManagedVocabulary } from './types'

/** Administrators; not found for anyone else. */
export async function requireVocabularies(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canManageVocabularies(actor)) notFound()
  return actor
}

function vocabularyOf(slug: string): ManagedVocabulary {
  return isVocabularySlug(slug) ? MANAGED[slug] : notFound()
}

/** The number of terms in use per vocabulary. */
export async function loadVocabularies(returnTo: string) {
  await requireVocabularies(returnTo)
  return countTerms()
}

/** A vocabulary as a tree with its use; not found for an unknown one. */
export async function loadVocabulary(slug: string, returnTo: string) {
  await requireVocabularies(returnTo)
  const vocabulary = vocabularyOf(slug)
  const rows = await listTermRows(vocabulary)
  return { vocabulary, tree: branches(rows), rows }
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/** One term with what its forms offer, and with what a chosen merge would change. */
export async function loadTermPage(
  { vocabulary: name, slug }: { vocabulary: string; slug: string },
  query: Query,
  returnTo: string,
) {
  await requireVocabularies(returnTo)
  const vocabulary = vocabularyOf(name)
  const [term, terms] = await Promise.all([getTerm(vocabulary, slug), listStoredTerms(vocabulary)])
  if (!term) notFound()
  const others = terms
    .filter((one) => isMergeTarget(one, term))
    .toSorted((a, b) => a.labelNl.localeCompare(b.labelNl, 'nl'))
  const into = others.find((one) => one.slug === query.samen) ?? null
  return {
    term,
    children: terms.filter((one) => one.parentId === term.id && one.replacedById === null),
    parents: others.filter((one) => !isWithin(terms, one.id, term.id)),
    others,
    merge: into && { into, doubles: await countDoubles(term.id, into.id) },
  }
}
