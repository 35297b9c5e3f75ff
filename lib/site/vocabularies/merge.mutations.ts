import 'server-only'
import { fromCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { lockVocabulary, noteTerm, refreshTerms, TIMEOUT } from './mutations'
import { canStandUnder, isMergeTarget, mergePlan } from './rules'
import type { ManagedVocabulary } from './types'

/** Instruments that are not used: what a version uses is no longer planned or impossible there. */
async function moveOtherInstruments(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO revision_other_instrument (revision_id, term_id, state, position)
    SELECT revision_id, ${to}::uuid, state, position
    FROM revision_other_instrument
    WHERE term_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  await tx.revisionOtherInstrument.deleteMany({ where: { termId: from } })
  await tx.$executeRaw`
    DELETE FROM revision_other_instrument o
    WHERE o.term_id = ${to}::uuid
      AND (
        EXISTS (
          SELECT
          FROM revision_term t
          WHERE t.revision_id = o.revision_id
            AND t.term_id = o.term_id
        )
        OR (
          o.state = 'planned'
          AND EXISTS (
            SELECT
            FROM revision_other_instrument b
            WHERE b.revision_id = o.revision_id
              AND b.term_id = o.term_id
              AND b.state = 'not_possible'
          )
        )
      )`
}

/**
 * Gives every use of a term to another one; where both were used one remains. What a version was
 * tagged with is noted first, because the tags of a published version change here (ADR 0039).
 */
async function moveUses(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO merged_term_use (revision_id, term_id)
    SELECT revision_id, term_id
    FROM revision_term
    WHERE term_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO revision_term (revision_id, term_id, position, certainty, basis)
    SELECT revision_id, ${to}::uuid, position, certainty, basis
    FROM revision_term
    WHERE term_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO call_term (call_id, term_id)
    SELECT call_id, ${to}::uuid
    FROM call_term
    WHERE term_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO obstacle_group (obstacle_id, term_id)
    SELECT obstacle_id, ${to}::uuid
    FROM obstacle_group
    WHERE term_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO user_expertise (user_id, term_id)
    SELECT user_id, ${to}::uuid
    FROM user_expertise
    WHERE term_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO follow (user_id, subject_type, subject_id, created_at)
    SELECT user_id, subject_type, ${to}::uuid, created_at
    FROM follow
    WHERE subject_type = 'target_group' AND subject_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  const where = { termId: from }
  await tx.revisionTerm.deleteMany({ where })
  await moveOtherInstruments(tx, from, to)
  await tx.callTerm.deleteMany({ where })
  await tx.obstacleGroup.deleteMany({ where })
  await tx.userExpertise.deleteMany({ where })
  await tx.follow.deleteMany({ where: { subjectType: 'target_group', subjectId: from } })
  await tx.adoption.updateMany({
    where: { targetGroupId: from },
    data: { targetGroupId: to, version: { increment: 1 } },
  })
  await tx.initiativeIndicator.updateMany({
    where: { outcomeId: from },
    data: { outcomeId: to, version: { increment: 1 } },
  })
  await tx.termSuggestion.updateMany({ where, data: { termId: to } })
}

/** A draft that is open in a browser must not put back what a merge took away. */
async function raiseDrafts(tx: Transaction, termId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE initiative_revision r
    SET version = r.version + 1
    WHERE r.status IN ('draft', 'returned')
      AND r.id IN (
        SELECT revision_id FROM revision_term WHERE term_id = ${termId}::uuid
        UNION ALL
        SELECT revision_id FROM revision_other_instrument WHERE term_id = ${termId}::uuid
      )`
}

interface Merge {
  id: string
  intoId: string
  vocabulary: ManagedVocabulary
}

/** Merges a term into another of its vocabulary. False when one of them may not. */
export async function mergeTerm(
  actorId: string,
  { id, intoId, vocabulary }: Merge,
): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      const terms = await lockVocabulary(tx, vocabulary)
      const from = terms.find((term) => term.id === id)
      const into = terms.find((term) => term.id === intoId)
      if (!from || from.replacedById !== null || !into || !isMergeTarget(into, from)) return false
      // Waits for whoever is writing a use of it now; later ones follow the successor.
      await tx.$executeRaw`SELECT FROM term WHERE id = ${id}::uuid FOR UPDATE`
      const plan = mergePlan(terms, from, into)
      const now = new Date()
      await raiseDrafts(tx, id)
      await moveUses(tx, id, intoId)
      const changed = { version: { increment: 1 }, changedAt: now }
      await tx.term.update({
        where: { id: intoId },
        data: { ...plan, ...changed },
        select: { id: true },
      })
      await tx.term.updateMany({
        where: { parentId: id, id: { not: intoId } },
        data: { parentId: intoId, ...changed },
      })
      await tx.term.updateMany({ where: { replacedById: id }, data: { replacedById: intoId } })
      await tx.term.update({
        where: { id },
        data: { replacedById: intoId, parentId: null, ...changed },
        select: { id: true },
      })
      await noteTerm(tx, actorId, 'term.merge', id, { intoId })
      await refreshTerms(tx, [intoId, from.parentId, into.parentId, plan.parentId])
      return true
    },
    { timeout: TIMEOUT },
  )
}

export type RetireProblem = 'gone' | 'children' | 'place'

/**
 * Retires a term from today. The terms under it go to another place: `childrenTo` is a term, or
 * "top". Returns null, or what stands in the way.
 */
export async function retireTerm(
  actorId: string,
  input: { id: string; vocabulary: ManagedVocabulary; childrenTo: string },
): Promise<RetireProblem | null> {
  const { id, vocabulary, childrenTo } = input
  return db.$transaction(
    async (tx) => {
      const terms = await lockVocabulary(tx, vocabulary)
      const term = terms.find((one) => one.id === id)
      if (!term || term.retired || term.replacedById !== null) return 'gone'
      const children = terms.filter(
        ({ parentId, replacedById }) => parentId === id && !replacedById,
      )
      if (children.length > 0 && childrenTo === '') return 'children'
      const place = childrenTo === 'top' || childrenTo === '' ? null : childrenTo
      if (children.length > 0 && !canStandUnder(terms, id, place)) return 'place'
      const changed = { version: { increment: 1 }, changedAt: new Date() }
      await tx.term.updateMany({ where: { parentId: id }, data: { parentId: place, ...changed } })
      const today = fromCalendarDate(todayInNetherlands(new Date()))
      await tx.term.update({
        where: { id },
        data: { retiredOn: today, ...changed },
        select: { id: true },
      })
      await noteTerm(tx, actorId, 'term.retire', id)
      await refreshTerms(tx, [id, place, term.parentId, ...children.map((child) => child.id)])
      return null
    },
    { timeout: TIMEOUT },
  )
}

/** Offers a retired term again. False when it is not retired, or was merged. */
export async function restoreTerm(actorId: string, id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.term.updateMany({
      where: { id, retiredOn: { not: null }, replacedById: null },
      data: { retiredOn: null, version: { increment: 1 }, changedAt: new Date() },
    })
    if (count === 0) return false
    await noteTerm(tx, actorId, 'term.restore', id)
    return true
  })
}
