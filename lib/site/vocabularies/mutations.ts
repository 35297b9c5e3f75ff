import 'server-only'
import type { AuditAction } from '@/lib/base/audit/types'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { freeSlug } from '@/lib/base/db/free-slug'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { slugOf } from '@/lib/base/text/text'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { listStoredTerms } from './data'
import { altLabelsAfter, altLabelsOf, canStandUnder, nameClash } from './rules'
import type { ManagedVocabulary, NewTerm, StoredTerm, TermProblem } from './types'

/** Search rows of a thousand initiatives are made again well within this. */
export const TIMEOUT = 120_000
const LOCK = 917_039

/** Two changes of one vocabulary never cross: names and places are checked against all terms. */
export async function lockVocabulary(
  tx: Transaction,
  vocabulary: ManagedVocabulary,
): Promise<StoredTerm[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, hashtext(${vocabulary}))`
  return listStoredTerms(vocabulary, tx)
}

/** Makes the search rows again that hold a word of these terms, of those below or just above. */
export async function refreshTerms(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<void> {
  const known = ids.filter((id) => id !== null)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM initiatives_with_terms(${known}::uuid[]) AS i (id)`
  await refreshSearch(
    tx,
    rows.map(({ id }) => id),
  )
}

export async function noteTerm(
  tx: Transaction,
  actorId: string,
  action: Extract<AuditAction, `term.${string}`>,
  objectId: string,
  detail: Record<string, string | number> = {},
): Promise<void> {
  await saveAuditEvent(tx, { actorId, action, objectType: 'term', objectId, detail })
}

/** Adds a term in a transaction that locked the vocabulary. Returns its id and address. */
export async function insertTerm(
  tx: Transaction,
  { vocabulary, actorId }: { vocabulary: ManagedVocabulary; actorId: string },
  input: NewTerm,
): Promise<{ id: string; slug: string }> {
  const slug = await freeSlug(slugOf(input.labelNl, 'begrip'), ({ where, ...query }) =>
    tx.term.findMany({ ...query, where: { ...where, vocabulary } }),
  )
  const { measure, ...words } = input
  const last = await tx.term.aggregate({ where: { vocabulary }, _max: { position: true } })
  const term = await tx.term.create({
    data: {
      ...words,
      ...(measure && { attributes: { ...measure } }),
      vocabulary,
      slug,
      altLabels: altLabelsOf(input.altLabels, [input.labelNl]),
      position: (last._max.position ?? 0) + 1,
      changedAt: new Date(),
    },
    select: { id: true, slug: true },
  })
  await noteTerm(tx, actorId, 'term.create', term.id)
  if (input.parentId !== null) await refreshTerms(tx, [input.parentId])
  return term
}

/** Adds a term. Returns its address part, or what stands in the way. */
export async function createTerm(
  sender: Sender,
  { vocabulary, ...input }: NewTerm & { vocabulary: ManagedVocabulary },
): Promise<{ slug: string } | { problem: TermProblem }> {
  return once(
    sender,
    async (tx) => {
      const terms = await lockVocabulary(tx, vocabulary)
      const clash = nameClash(terms, input)
      if (clash) return { problem: clash }
      if (!canStandUnder(terms, null, input.parentId)) return { problem: 'parent' as const }
      const { slug } = await insertTerm(tx, { vocabulary, actorId: sender.actorId }, input)
      return { slug }
    },
    { timeout: TIMEOUT },
  )
}

type Change = NewTerm & { id: string; version: number; vocabulary: ManagedVocabulary }

type Names = Pick<NewTerm, 'labelNl' | 'labelEn'>

async function saveNames(tx: Transaction, before: StoredTerm, after: Names): Promise<boolean> {
  const isRenamed = before.labelNl !== after.labelNl || before.labelEn !== after.labelEn
  if (isRenamed)
    await tx.termName.create({
      data: { termId: before.id, labelNl: before.labelNl, labelEn: before.labelEn },
      select: { id: true },
    })
  return isRenamed
}

/** Saves names, meaning and place of a term. Returns null, or what stands in the way. */
export async function saveTerm(
  actorId: string,
  { id, version, vocabulary, measure, ...input }: Change,
): Promise<TermProblem | null> {
  return db.$transaction(
    async (tx) => {
      const terms = await lockVocabulary(tx, vocabulary)
      const before = terms.find((term) => term.id === id)
      if (!before || before.replacedById !== null) return 'gone'
      const clash = nameClash(terms, input, id)
      if (clash) return clash
      if (input.parentId !== before.parentId && !canStandUnder(terms, id, input.parentId))
        return 'parent'
      const { count } = await tx.term.updateMany({
        where: { id, version },
        data: {
          ...input,
          ...(measure && { attributes: { ...measure } }),
          altLabels: altLabelsAfter(before, input),
          version: version + 1,
          changedAt: new Date(),
        },
      })
      if (count === 0) return 'conflict'
      const isRenamed = await saveNames(tx, before, input)
      const isMoved = before.parentId !== input.parentId
      if (isRenamed) await noteTerm(tx, actorId, 'term.rename', id)
      if (isMoved) await noteTerm(tx, actorId, 'term.move', id)
      if (!isRenamed && !isMoved) await noteTerm(tx, actorId, 'term.save', id)
      await refreshTerms(tx, [id, before.parentId, input.parentId])
      return null
    },
    { timeout: TIMEOUT },
  )
}
