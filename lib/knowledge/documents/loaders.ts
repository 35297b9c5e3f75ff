import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { DOCUMENT_PROBLEMS, type DocumentProblem } from '@/lib/base/files/documents/types'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { canCreate } from '@/lib/knowledge/revisions/policy'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'
import { getKnowledge, getReading } from './data'
import { canReadDocuments } from './policy'
import { CHOICE_FIELDS, type Proposal, type StoredReading } from './types'

export const loadKnowledge = cached('document-knowledge', getKnowledge)

export interface Choice {
  value: string
  label: string
}

const organisationsOf = (actor: Actor): Choice[] => [
  ...new Map(
    actor.memberships
      .filter(({ organisationId }) => canCreate(actor, organisationId))
      .map(({ organisationId, organisationName }) => [
        organisationId,
        { value: organisationId, label: organisationName },
      ]),
  ).values(),
]

const problemOf = (text: string): DocumentProblem | null =>
  DOCUMENT_PROBLEMS.find((problem) => problem === text) ?? null

/** The page where a document is chosen; `fault` comes from the address. */
export async function loadDocumentStart(returnTo: string, fault: string) {
  const actor = await requireActorPage(returnTo)
  return { mayRead: canReadDocuments(actor), problem: problemOf(fault) }
}

export interface ShownReading extends StoredReading {
  /** Names of the proposed terms and regions, by "field slug". */
  names: Record<string, { nl: string; en: string }>
}

async function namesOf(proposals: readonly Proposal[]): Promise<ShownReading['names']> {
  const options = await loadEditingOptions()
  const names = new Map<string, { nl: string; en: string }>()
  for (const { slug, name } of options.regions) names.set(`regions ${slug}`, { nl: name, en: name })
  for (const field of CHOICE_FIELDS) {
    if (field === 'regions') continue
    for (const { slug, labelNl, labelEn } of options[field])
      names.set(`${field} ${slug}`, { nl: labelNl, en: labelEn })
  }
  const keys = proposals.map(({ field, value }) => `${field} ${value}`)
  return Object.fromEntries([...names].filter(([key]) => keys.includes(key)))
}

/** A reading of the person who is signed in; null when it was used or its time is over. */
export async function loadReading(id: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const organisations = organisationsOf(actor)
  const reading = await getReading(id, actor.userId, new Date())
  const shown: ShownReading | null = reading && {
    ...reading,
    names: await namesOf(reading.proposals),
  }
  return { organisations, reading: shown }
}
