import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { db, type Transaction } from '@/lib/base/db/db'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { closeInitiative } from '@/lib/knowledge/closures/mutations'
import type { Hindrance } from '@/lib/knowledge/closures/types'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import { AppError } from '@/lib/base/runtime/errors'
import { MOVES, rowsOf } from './moves.data'

async function moveAll(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  for (const move of MOVES)
    await tx.$executeRaw`
      UPDATE ${move.table} t
      SET ${move.column} = ${intoId}::uuid
      WHERE ${rowsOf(move, fromId)} AND ${move.movable(intoId)}`
  await tx.follow.deleteMany({ where: { subjectType: 'initiative', subjectId: fromId } })
  await tx.$executeRaw`
    UPDATE initiative_search
    SET adoptions = (
      SELECT count(*) FROM adoption WHERE initiative_id = ${intoId}::uuid AND starts_on IS NOT NULL
    )
    WHERE initiative_id = ${intoId}::uuid`
}

/** The editors of the one that stays, who see more at their initiative than before. */
async function tellKept(
  tx: Transaction,
  about: {
    fromId: string
    into: { slug: string; organisationId: string; publishedRevision: { title: string } | null }
    title: string
    actorId: string
  },
): Promise<void> {
  const { fromId, into, title, actorId } = about
  await notifyPeople(
    tx,
    {
      kind: 'initiative-merged-in',
      key: fromId,
      title: into.publishedRevision?.title ?? into.slug,
      note: title,
      path: pagePath('/initiatives/[slug]', { slug: into.slug }),
    },
    { people: await listWriterIds(tx, into.organisationId), subjects: [], actorId },
  )
}

/**
 * Merges an initiative into another in one transaction. Returns what has to end first. Throws
 * WRONG_STATE when one of them is not public.
 */
export async function mergeInitiatives(input: {
  fromId: string
  intoId: string
  reason: string
  /** In whose name; null for the editors of the platform. */
  organisationId: string | null
  actorId: string
}): Promise<'merged' | Hindrance> {
  const { fromId, intoId, reason, organisationId, actorId } = input
  return db.$transaction(
    async (tx) => {
      // In one order, so that two merges of the same pair wait for each other.
      await tx.$queryRaw`
        SELECT id FROM initiative
        WHERE id IN (${fromId}::uuid, ${intoId}::uuid)
        ORDER BY id
        FOR UPDATE`
      const select = {
        slug: true,
        organisationId: true,
        publishedRevision: { select: { title: true } },
      } as const
      const [from, into] = await Promise.all([
        tx.initiative.findUnique({ where: { id: fromId }, select }),
        tx.initiative.findUnique({ where: { id: intoId }, select }),
      ])
      if (fromId === intoId || !from?.publishedRevision || !into?.publishedRevision)
        throw new AppError('WRONG_STATE')
      const closed = await closeInitiative(
        { initiativeId: fromId, kind: 'merged', intoId, reason, organisationId, actorId },
        tx,
      )
      if (closed !== 'closed') return closed
      await moveAll(tx, fromId, intoId)
      await refreshSearch(tx, [intoId])
      await tellKept(tx, { fromId, into, title: from.publishedRevision.title, actorId })
      return 'merged' as const
    },
    { timeout: 30_000 },
  )
}
