import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { daysBefore } from '@/lib/base/text/calendar'
import type { Made } from './import-rows.mutations'
import { heldBack, IMPORT_UNDO_DAYS } from './import-undo.data'
import { lockGoals } from './mutations'

/** Measures first, as a verdict or money that comes in meanwhile has to wait for them. */
async function lockMade(tx: Transaction, { measureIds, fundingIds, indicatorIds }: Made) {
  await tx.$queryRaw`
    SELECT id FROM policy_measure WHERE id = ANY(${measureIds}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`
    SELECT id FROM funding WHERE id = ANY(${fundingIds}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`
    SELECT id FROM policy_indicator WHERE id = ANY(${indicatorIds}::uuid[]) ORDER BY id FOR UPDATE`
}

async function deleteMade(tx: Transaction, made: Made): Promise<void> {
  const of = (ids: string[]) => ({ where: { id: { in: ids } } })
  await tx.policyIndicator.deleteMany(of(made.indicatorIds))
  await tx.funding.deleteMany(of(made.fundingIds))
  await tx.policyMeasure.deleteMany(of(made.measureIds))
  await tx.policyGoal.updateMany({ ...of(made.goalIds), data: { parentId: null } })
  await tx.policyGoal.deleteMany(of(made.goalIds))
}

/**
 * Takes back what one import added, all or nothing; what was removed by hand meanwhile is gone
 * already. Sent twice, it is done once.
 * @returns titles of what somebody went on with, for which nothing was taken back
 * @throws AppError WRONG_STATE for an import of another region, or too old
 */
export async function undoImport(
  input: { regionId: string; importId: string; actorId: string },
  now: Date,
): Promise<string[]> {
  const { regionId, importId: id, actorId } = input
  return db.$transaction(
    async (tx) => {
      await lockGoals(tx, regionId)
      const found = await tx.chainImport.findFirst({
        where: { id, regionId, createdAt: { gte: daysBefore(now, IMPORT_UNDO_DAYS) } },
      })
      if (found === null) throw new AppError('WRONG_STATE')
      if (found.undoneAt !== null) return []
      await lockMade(tx, found)
      const held = await heldBack(tx, found)
      if (held.length > 0) return held
      await deleteMade(tx, found)
      await tx.chainImport.update({ where: { id }, data: { undoneAt: now }, select: { id: true } })
      await saveAuditEvent(tx, {
        actorId,
        action: 'goals.undo',
        objectType: 'region',
        objectId: regionId,
        detail: { rows: found.rowCount },
      })
      return []
    },
    { timeout: 60_000 },
  )
}

/** Deletes the records of imports that can no longer be undone. Returns how many. */
export async function deleteOldChainImports(now: Date): Promise<number> {
  const { count } = await db.chainImport.deleteMany({
    where: { createdAt: { lt: daysBefore(now, IMPORT_UNDO_DAYS) } },
  })
  return count
}
