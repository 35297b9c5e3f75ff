import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { AuditAction } from '@/lib/base/audit/types'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { forgetTold, notifyPeople } from '@/lib/people/follows/mutations'
import { pagePath } from '@/i18n/translated-path'
import {
  insertTerm,
  lockVocabulary,
  noteTerm,
  refreshTerms,
  TIMEOUT,
} from '@/lib/site/vocabularies/mutations'
import { altLabelsOf, canStandUnder, nameClash, nameKey } from '@/lib/site/vocabularies/rules'
import type { ManagedVocabulary, NewTerm, TermProblem } from '@/lib/site/vocabularies/types'
import { acceptedMail, madeMail, refusedMail } from './mails.rules'
import type { Decision, NewSuggestion } from './types'

const MAX_TAGS = 30

async function note(
  tx: Transaction,
  actorId: string,
  action: Extract<AuditAction, `suggestion.${string}`>,
  objectId: string,
): Promise<void> {
  await saveAuditEvent(tx, { actorId, action, objectType: 'term_suggestion', objectId })
}

async function tellAdministrators(
  tx: Transaction,
  actorId: string,
  suggestion: { id: string; vocabulary: ManagedVocabulary; name: string },
): Promise<void> {
  const administrators = await tx.platformRole.findMany({
    where: { role: 'administrator' },
    select: { userId: true },
    orderBy: { userId: 'asc' },
    take: 1_000,
  })
  await notifyPeople(
    tx,
    {
      kind: 'suggestion-made',
      key: suggestion.id,
      title: suggestion.name,
      path: pagePath('/workspace/admin/suggestions/[id]', { id: suggestion.id }),
      mail: madeMail(suggestion),
    },
    { people: administrators.map(({ userId }) => userId), subjects: [], actorId },
  )
}

/**
 * Suggests a term, or joins whoever suggested it before. Returns null, or the term that has the
 * name already.
 */
export async function saveSuggestion(
  sender: Sender,
  { vocabulary, name, why, revisionId }: NewSuggestion,
): Promise<{ taken: string } | null> {
  return once(sender, async (tx) => {
    const terms = await lockVocabulary(tx, vocabulary)
    const clash = nameClash(terms, { labelNl: name, labelEn: name, altLabels: [] })
    if (clash) return { taken: clash.term }
    const key = nameKey(name)
    const open = await tx.termSuggestion.findFirst({
      where: { vocabulary, nameKey: key, status: 'open' },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    const { id } =
      open ??
      (await tx.termSuggestion.create({
        data: { vocabulary, name, nameKey: key },
        select: { id: true },
      }))
    const userId = sender.actorId
    await tx.termSuggestionProposer.upsert({
      where: { suggestionId_userId: { suggestionId: id, userId } },
      create: { suggestionId: id, userId, why, revisionId },
      update: { why, revisionId },
      select: { userId: true },
    })
    await note(tx, userId, 'suggestion.make', id)
    if (!open) await tellAdministrators(tx, userId, { id, vocabulary, name })
    return null
  })
}

interface OpenSuggestion {
  id: string
  vocabulary: ManagedVocabulary
  name: string
}

/** Puts the term into the drafts that asked for it and are still their maker's to edit. */
async function tagDrafts(
  tx: Transaction,
  { id, vocabulary }: OpenSuggestion,
  termId: string,
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO revision_term (revision_id, term_id, position)
    SELECT DISTINCT ON (r.id) r.id, ${termId}::uuid, coalesce(own.last, 0) + 1
    FROM term_suggestion_proposer p
    JOIN initiative_revision r ON r.id = p.revision_id AND r.status IN ('draft', 'returned')
    JOIN initiative i ON i.id = r.initiative_id
    JOIN membership m ON m.user_id = p.user_id
      AND m.organisation_id = i.organisation_id
      AND m.role IN ('editor', 'manager')
    CROSS JOIN LATERAL (
      SELECT max(rt.position) AS last,
        count(*) FILTER (WHERE t.vocabulary = ${vocabulary}::vocabulary) AS tags
      FROM revision_term rt
      JOIN term t ON t.id = rt.term_id
      WHERE rt.revision_id = r.id
    ) own
    WHERE p.suggestion_id = ${id}::uuid AND own.tags < ${MAX_TAGS}
    ON CONFLICT DO NOTHING
    RETURNING revision_id::text AS id`
  const ids = rows.map((row) => row.id)
  await tx.initiativeRevision.updateMany({
    where: { id: { in: ids } },
    data: { version: { increment: 1 } },
  })
  return new Set(ids)
}

async function listProposers(tx: Transaction, suggestionId: string) {
  return tx.termSuggestionProposer.findMany({
    where: { suggestionId },
    select: { userId: true, revisionId: true },
    orderBy: { userId: 'asc' },
    take: 1_000,
  })
}

async function tellAccepted(
  tx: Transaction,
  suggestion: OpenSuggestion,
  { actorId, termId, term }: { actorId: string; termId: string; term: string },
): Promise<void> {
  const tagged = await tagDrafts(tx, suggestion, termId)
  for (const { userId, revisionId } of await listProposers(tx, suggestion.id)) {
    const isTagged = revisionId !== null && tagged.has(revisionId)
    await notifyPeople(
      tx,
      {
        kind: 'suggestion-accepted',
        key: suggestion.id,
        title: suggestion.name,
        note: term === suggestion.name ? '' : term,
        path: isTagged
          ? pagePath('/workspace/initiatives/[id]', { id: revisionId })
          : pagePath('/workspace/suggestions/new'),
        mail: acceptedMail(suggestion, { term, isTagged }),
      },
      { people: [userId], subjects: [], actorId },
    )
  }
}

async function hold(tx: Transaction, id: string): Promise<OpenSuggestion | null> {
  const rows = await tx.$queryRaw<OpenSuggestion[]>`
    SELECT id::text, vocabulary::text, name
    FROM term_suggestion
    WHERE id = ${id}::uuid AND status = 'open'
    FOR UPDATE`
  return rows[0] ?? null
}

async function close(
  tx: Transaction,
  id: string,
  data: {
    status: 'added' | 'alternative' | 'refused'
    decidedById: string
    termId?: string
    answer?: string
  },
): Promise<void> {
  await tx.termSuggestion.update({
    where: { id },
    data: { ...data, decidedAt: new Date() },
    select: { id: true },
  })
  await forgetTold(tx, 'suggestion-made', id)
}

/**
 * Adds the suggested term under the name that the administrator gives it; the suggested name stays
 * findable. Returns null, or what stands in the way.
 */
export async function addSuggested(
  actorId: string,
  { id, vocabulary, ...input }: Omit<NewTerm, 'altLabels'> & OpenSuggestionId,
): Promise<TermProblem | null> {
  return db.$transaction(
    async (tx) => {
      const terms = await lockVocabulary(tx, vocabulary)
      const suggestion = await hold(tx, id)
      if (!suggestion) return 'gone'
      const names = { ...input, altLabels: altLabelsOf([suggestion.name], [input.labelNl]) }
      const clash = nameClash(terms, names)
      if (clash) return clash.field === 'altLabels' ? { ...clash, field: 'labelNl' } : clash
      if (!canStandUnder(terms, null, input.parentId)) return 'parent'
      const term = await insertTerm(tx, { vocabulary, actorId }, names)
      await close(tx, id, { status: 'added', decidedById: actorId, termId: term.id })
      await note(tx, actorId, 'suggestion.add', id)
      await tellAccepted(tx, suggestion, { actorId, termId: term.id, term: input.labelNl })
      return null
    },
    { timeout: TIMEOUT },
  )
}

interface OpenSuggestionId {
  id: string
  vocabulary: ManagedVocabulary
}

async function makeAlternative(
  tx: Transaction,
  suggestion: OpenSuggestion,
  { actorId, termId }: { actorId: string; termId: string },
): Promise<TermProblem | null> {
  const terms = await lockVocabulary(tx, suggestion.vocabulary)
  const term = terms.find(({ id }) => id === termId)
  if (!term || term.retired || term.replacedById !== null) return 'parent'
  const clash = nameClash(terms, { ...term, altLabels: [suggestion.name] }, termId)
  if (clash) return clash
  await tx.term.update({
    where: { id: termId },
    data: {
      altLabels: altLabelsOf([...term.altLabels, suggestion.name], [term.labelNl]),
      version: { increment: 1 },
      changedAt: new Date(),
    },
    select: { id: true },
  })
  await noteTerm(tx, actorId, 'term.save', termId)
  await refreshTerms(tx, [termId, term.parentId])
  await close(tx, suggestion.id, { status: 'alternative', decidedById: actorId, termId })
  await note(tx, actorId, 'suggestion.alternative', suggestion.id)
  await tellAccepted(tx, suggestion, { actorId, termId, term: term.labelNl })
  return null
}

async function refuse(
  tx: Transaction,
  suggestion: OpenSuggestion,
  { actorId, answer }: { actorId: string; answer: string },
): Promise<null> {
  await close(tx, suggestion.id, { status: 'refused', decidedById: actorId, answer })
  await note(tx, actorId, 'suggestion.refuse', suggestion.id)
  const people = (await listProposers(tx, suggestion.id)).map(({ userId }) => userId)
  await notifyPeople(
    tx,
    {
      kind: 'suggestion-refused',
      key: suggestion.id,
      title: suggestion.name,
      note: answer,
      path: pagePath('/workspace/suggestions/new'),
      mail: refusedMail(suggestion, answer),
    },
    { people, subjects: [], actorId },
  )
  return null
}

/** Makes the name an alternative one of a term, or refuses it. Returns what stands in the way. */
export async function decideSuggestion(
  actorId: string,
  { id, vocabulary }: OpenSuggestionId,
  decision: Decision,
): Promise<TermProblem | null> {
  return db.$transaction(
    async (tx) => {
      await lockVocabulary(tx, vocabulary)
      const suggestion = await hold(tx, id)
      if (!suggestion) return 'gone'
      return decision.kind === 'refused'
        ? refuse(tx, suggestion, { actorId, answer: decision.answer })
        : makeAlternative(tx, suggestion, { actorId, termId: decision.termId })
    },
    { timeout: TIMEOUT },
  )
}
