import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import type { PairingInput } from './schema'
import { requireGoals, requireMeasures } from './mutations'

type LinkRow = PairingInput['goals'][number]

/** Compared with what the editor saw: an untouched row changes nothing. */
function changesOf(rows: readonly LinkRow[]) {
  return {
    added: rows.filter((row) => row.linked && !row.was),
    removed: rows.filter((row) => !row.linked && row.was),
    renoted: rows.filter((row) => row.linked && row.was && row.note !== row.wasNote),
  }
}

export type NoteConflicts = Map<string, string | null>

/** A conflict when the stored note is neither what the editor saw nor what they wrote. */
function conflictsOf(
  rows: readonly LinkRow[],
  stored: ReadonlyMap<string, string | null>,
): NoteConflicts {
  const conflicts: NoteConflicts = new Map()
  for (const row of rows) {
    const note = stored.get(row.id)
    if (note !== undefined && note !== row.wasNote && note !== row.note) conflicts.set(row.id, note)
  }
  return conflicts
}

async function findNoteConflicts(
  tx: Transaction,
  initiativeId: string,
  goals: readonly LinkRow[],
  measures: readonly LinkRow[],
): Promise<NoteConflicts> {
  const goalLinks = await tx.initiativeGoal.findMany({
    where: { initiativeId, goalId: { in: goals.map((row) => row.id) } },
    select: { goalId: true, note: true },
    orderBy: { goalId: 'asc' },
    take: 300,
  })
  const measureLinks = await tx.initiativeMeasure.findMany({
    where: { initiativeId, measureId: { in: measures.map((row) => row.id) } },
    select: { measureId: true, note: true },
    orderBy: { measureId: 'asc' },
    take: 300,
  })
  return new Map([
    ...conflictsOf(goals, new Map(goalLinks.map((link) => [link.goalId, link.note]))),
    ...conflictsOf(measures, new Map(measureLinks.map((link) => [link.measureId, link.note]))),
  ])
}

async function applyGoals(
  tx: Transaction,
  initiativeId: string,
  { added, removed, renoted }: ReturnType<typeof changesOf>,
): Promise<void> {
  await tx.initiativeGoal.createMany({
    data: added.map(({ id, note }) => ({ initiativeId, goalId: id, note })),
    skipDuplicates: true,
  })
  await tx.initiativeGoal.deleteMany({
    where: { initiativeId, goalId: { in: removed.map((row) => row.id) } },
  })
  for (const { id, note } of renoted)
    await tx.initiativeGoal.updateMany({ where: { initiativeId, goalId: id }, data: { note } })
}

async function applyMeasures(
  tx: Transaction,
  initiativeId: string,
  { added, removed, renoted }: ReturnType<typeof changesOf>,
): Promise<void> {
  await tx.initiativeMeasure.createMany({
    data: added.map(({ id, note }) => ({ initiativeId, measureId: id, note })),
    skipDuplicates: true,
  })
  await tx.initiativeMeasure.deleteMany({
    where: { initiativeId, measureId: { in: removed.map((row) => row.id) } },
  })
  for (const { id, note } of renoted)
    await tx.initiativeMeasure.updateMany({
      where: { initiativeId, measureId: id },
      data: { note },
    })
}

/**
 * Links goals and measures, or unlinks them; writes only what the editor changed. Returns
 * conflicting notes. Throws NOT_FOUND for a goal or measure outside `regionIds`.
 */
export async function savePairing(input: {
  pairing: PairingInput
  regionIds: readonly string[]
  actorId: string
}): Promise<NoteConflicts | null> {
  const { pairing, regionIds, actorId } = input
  const { initiativeId } = pairing
  const goals = changesOf(pairing.goals)
  const measures = changesOf(pairing.measures)
  return db.$transaction(async (tx) => {
    await requireGoals(
      tx,
      [...goals.added, ...goals.renoted].map((row) => row.id),
      regionIds,
    )
    await requireMeasures(
      tx,
      [...measures.added, ...measures.renoted].map((row) => row.id),
      regionIds,
    )
    const conflicts = await findNoteConflicts(tx, initiativeId, goals.renoted, measures.renoted)
    if (conflicts.size > 0) return conflicts
    await applyGoals(tx, initiativeId, goals)
    await applyMeasures(tx, initiativeId, measures)
    const ids = (rows: readonly LinkRow[]) => rows.map((row) => row.id)
    await saveAuditEvent(tx, {
      actorId,
      action: 'policy.pair',
      objectType: 'initiative',
      objectId: initiativeId,
      detail: {
        goalsAdded: ids(goals.added),
        goalsRemoved: ids(goals.removed),
        measuresAdded: ids(measures.added),
        measuresRemoved: ids(measures.removed),
      },
    })
    return null
  })
}
