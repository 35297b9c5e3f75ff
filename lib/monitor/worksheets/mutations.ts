import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { daysBefore, fromCalendarDate } from '@/lib/base/text/calendar'
import { responsibleOf } from '@/lib/monitor/policies/measure-parts.mutations'
import type { CellValue } from './cells.rules'
import { rowChanges, type CellChange, type RowChanges } from './change.rules'
import { lockRow } from './rows.data'
import type { Cells, RowKind } from './types'

/** Days that a change can be undone. */
export const UNDO_DAYS = 30

interface RowRef {
  kind: RowKind
  id: string
  regionId: string
  year: number
}

type PeopleColumns = Partial<Record<'title' | 'startsOn' | 'endsOn', unknown>>

/** Columns that goals and measures share. */
function sharedColumns(value: CellValue): PeopleColumns & Record<string, unknown> {
  switch (value.column) {
    case 'title':
      return { title: value.text }
    case 'startsOn':
    case 'endsOn':
      return { [value.column]: fromCalendarDate(value.day) }
    case 'planned':
      return { peoplePlanned: value.count }
    case 'reached':
      return { peopleReached: value.count }
    default:
      return {}
  }
}

function fundingColumns(value: CellValue): Record<string, unknown> {
  if (value.column === 'title') return { provider: value.text }
  if (value.column !== 'amount') return sharedColumns(value)
  const { euro, qualifier } = value.amount
  return { amountEuro: euro, amountQualifier: euro === null ? null : qualifier }
}

function indicatorColumns(value: CellValue): Record<string, unknown> {
  if (value.column === 'title') return { label: value.text }
  if (value.column !== 'target') return {}
  return { targetValue: value.target.value, targetYear: value.target.year }
}

async function writeValue(tx: Transaction, row: RowRef, value: number | null): Promise<void> {
  const key = { indicatorId: row.id, year: row.year }
  if (value === null) await tx.policyIndicatorValue.deleteMany({ where: key })
  else
    await tx.policyIndicatorValue.upsert({
      where: { indicatorId_year: key },
      create: { ...key, value },
      update: { value },
    })
}

async function writeRow(tx: Transaction, row: RowRef, values: readonly CellValue[]): Promise<void> {
  const version = { increment: 1 }
  const where = { id: row.id }
  const columns = (of: (value: CellValue) => object) =>
    Object.assign({ version }, ...values.map(of)) as { version: typeof version }
  const who = values.find((value) => value.column === 'who')
  switch (row.kind) {
    case 'goal':
      await tx.policyGoal.update({
        where,
        data: { ...columns(sharedColumns), ...(who && { carriedBy: who.text }) },
        select: { id: true },
      })
      return
    case 'measure':
      await tx.policyMeasure.update({
        where,
        data: { ...columns(sharedColumns), ...(who && (await responsibleOf(tx, who.text))) },
        select: { id: true },
      })
      return
    case 'funding':
      await tx.funding.update({ where, data: columns(fundingColumns), select: { id: true } })
      return
    case 'indicator': {
      await tx.policyIndicator.update({
        where,
        data: columns(indicatorColumns),
        select: { id: true },
      })
      const value = values.find((one) => one.column === 'value')
      if (value) await writeValue(tx, row, value.value)
    }
  }
}

interface Typed extends RowRef {
  batchId: string
  cells: Cells
  was: Cells
  actorId: string
}

async function record(tx: Transaction, row: Typed, changes: readonly CellChange[]): Promise<void> {
  const { kind, id, regionId, year, batchId, actorId } = row
  await tx.worksheetChange.createMany({
    data: changes.map(({ value, before, after }) => ({
      regionId,
      batchId,
      rowKind: kind,
      rowId: id,
      year,
      columnName: value.column,
      beforeText: before,
      afterText: after,
      actorId,
    })),
  })
}

/** The saved cells of one row in this transaction, and the faults beside the others. */
async function changeRow(tx: Transaction, row: Typed): Promise<RowChanges> {
  const stored = await lockRow(tx, row)
  if (!stored) throw new AppError('NOT_FOUND')
  const found = rowChanges({ ...stored, kind: row.kind }, row.cells, row.was)
  if (found.changes.length === 0) return found
  await writeRow(
    tx,
    row,
    found.changes.map(({ value }) => value),
  )
  const { kind, id, regionId, actorId } = row
  await saveAuditEvent(tx, {
    actorId,
    ...(kind === 'indicator'
      ? { action: 'policyIndicator.save' as const, objectType: 'region', objectId: regionId }
      : { action: `${kind}.save` as const, objectType: kind, objectId: id }),
    detail: { regionId, cells: found.changes.length },
  })
  return found
}

/**
 * Saves the cells of one row that were changed and can be read. Sent twice, it is saved once.
 * @throws AppError NOT_FOUND for a row of another region
 */
export async function saveWorksheetRow(row: Typed): Promise<RowChanges> {
  return db.$transaction(async (tx) => {
    const found = await changeRow(tx, row)
    await record(tx, row, found.changes)
    return found
  })
}

/**
 * Puts the cells of a batch back as they were, where nobody changed them since.
 * A batch of someone else, of another region, or undone before has nothing to put back.
 * @returns how many cells were put back, and how many were left as they are now
 */
export async function undoWorksheetBatch(input: {
  regionId: string
  batchId: string
  actorId: string
}): Promise<{ restored: number; left: number }> {
  const { regionId, batchId, actorId } = input
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id
      FROM worksheet_change
      WHERE batch_id = ${batchId}::uuid
        AND region_id = ${regionId}::uuid
        AND actor_id = ${actorId}::uuid
        AND undone_at IS NULL
      ORDER BY id
      FOR UPDATE`
    const changes = await tx.worksheetChange.findMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      orderBy: { id: 'desc' },
      take: 2_000,
    })
    let restored = 0
    for (const change of changes) restored += await putBack(tx, change, input)
    await tx.worksheetChange.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: { undoneAt: new Date() },
    })
    return { restored, left: changes.length - restored }
  })
}

interface Logged {
  rowKind: string
  rowId: string
  year: number
  columnName: string
  beforeText: string
  afterText: string
}

async function putBack(
  tx: Transaction,
  change: Logged,
  { regionId, batchId, actorId }: { regionId: string; batchId: string; actorId: string },
): Promise<number> {
  const row = {
    kind: change.rowKind as RowKind,
    id: change.rowId,
    regionId,
    year: change.year,
    batchId,
    actorId,
  }
  // A row that was removed since has nothing to put back.
  if ((await lockRow(tx, row)) === null) return 0
  const { changes } = await changeRow(tx, {
    ...row,
    cells: { [change.columnName]: change.beforeText },
    was: { [change.columnName]: change.afterText },
  })
  return changes.length
}

/** Deletes what can no longer be undone. Returns how many. */
export async function deleteOldChanges(now: Date): Promise<number> {
  const { count } = await db.worksheetChange.deleteMany({
    where: { createdAt: { lt: daysBefore(now, UNDO_DAYS) } },
  })
  return count
}
