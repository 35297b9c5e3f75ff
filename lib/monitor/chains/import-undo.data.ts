import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { daysBefore } from '@/lib/base/text/calendar'
import type { Made } from './import-rows.mutations'
import type { ImportDone } from './types'

/** Days that an import can be undone. */
export const IMPORT_UNDO_DAYS = 30

/** The imports of a region that can be undone or were undone lately, the newest first. */
export async function listImports(regionId: string, now: Date): Promise<ImportDone[]> {
  const rows = await db.chainImport.findMany({
    where: { regionId, createdAt: { gte: daysBefore(now, IMPORT_UNDO_DAYS) } },
    include: { actor: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 20,
  })
  return rows.map((row) => ({
    id: row.id,
    by: row.actor?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    goals: row.goalIds.length,
    measures: row.measureIds.length,
    fundings: row.fundingIds.length,
    indicators: row.indicatorIds.length,
  }))
}

/**
 * Titles of what an import added and somebody went on with: it was changed, or something else hangs
 * under it. While there is one, the import cannot be undone.
 */
export async function heldBack(tx: Transaction, made: Made): Promise<string[]> {
  const [goals, measures, fundings, indicators] = [
    made.goalIds,
    made.measureIds,
    made.fundingIds,
    made.indicatorIds,
  ]
  const rows = await tx.$queryRaw<{ title: string }[]>`
    SELECT title
    FROM policy_goal g
    WHERE id = ANY(${goals}::uuid[])
      AND (
        version <> 1
        OR EXISTS (SELECT 1 FROM policy_goal WHERE parent_id = g.id AND id <> ALL(${goals}::uuid[]))
        OR EXISTS (
          SELECT 1 FROM policy_measure WHERE goal_id = g.id AND id <> ALL(${measures}::uuid[])
        )
        OR EXISTS (
          SELECT 1 FROM policy_indicator WHERE goal_id = g.id AND id <> ALL(${indicators}::uuid[])
        )
        OR EXISTS (SELECT 1 FROM initiative_goal WHERE goal_id = g.id)
      )
    UNION ALL
    SELECT title
    FROM policy_measure m
    WHERE id = ANY(${measures}::uuid[])
      AND (
        version <> 1
        OR EXISTS (
          SELECT 1 FROM funding WHERE measure_id = m.id AND id <> ALL(${fundings}::uuid[])
        )
        OR EXISTS (
          SELECT 1
          FROM policy_indicator
          WHERE measure_id = m.id
            AND id <> ALL(${indicators}::uuid[])
        )
        OR EXISTS (SELECT 1 FROM initiative_measure WHERE measure_id = m.id)
        OR EXISTS (SELECT 1 FROM policy_expectation WHERE measure_id = m.id)
        OR EXISTS (SELECT 1 FROM policy_verdict WHERE measure_id = m.id)
        OR EXISTS (SELECT 1 FROM measure_trade_off WHERE measure_id = m.id)
      )
    UNION ALL
    SELECT provider
    FROM funding
    WHERE id = ANY(${fundings}::uuid[])
      AND (version <> 1 OR initiative_id IS NOT NULL)
    UNION ALL
    SELECT label
    FROM policy_indicator
    WHERE id = ANY(${indicators}::uuid[])
      AND version <> 1`
  return rows.map(({ title }) => title)
}
