import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import {
  FAULT_COUNT,
  HEADERS,
  initiativeFile,
  TAKEN_TITLE,
  type InitiativeFile,
} from '@/lib/base/testing/initiative-file'
import { startImportWorld } from '@/lib/base/testing/initiative-import'
import { countRows } from '@/lib/base/testing/row-counts'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { toXlsx } = await import('@/lib/base/files/workbook')
const { saveDraft } = await import('@/lib/knowledge/revisions/drafts.mutations')
const { saveNewInitiative } = await import('@/lib/knowledge/revisions/mutations')
const { getImport, getSavedColumns, listFaults, listImported } = await import('./data')
const { checkImport, discardImport, emptyOldImports, requestImport } = await import('./mutations')
const { runRequestedImports } = await import('./run.mutations')
const { undoImport } = await import('./undo.mutations')
const world = await startImportWorld()
const { db, actorId, organisationId, send, importAll, draftOfKey, submit } = world

beforeEach(async () => {
  await db.initiative.deleteMany({ where: { importedRows: { some: {} } } })
  await db.initiativeImport.deleteMany()
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

/** The record, and what says that a file was sent, are left out. */
const countAll = () =>
  countRows(db, ['audit_event', 'initiative_import', 'initiative_import_fault', 'notification'])

const targetOf = async (id: string) => {
  const { columns } = (await getImport(id))!
  return { id, organisationId, columns }
}

describe('a file of a thousand rows with 37 faults', () => {
  it('is reported exactly, imported without them, and undone to what was before', async () => {
    await saveNewInitiative({ title: TAKEN_TITLE, organisationId, actorId })
    const before = await countAll()
    const file = initiativeFile(1_000)
    expect(FAULT_COUNT).toBe(37)

    const { id, plan } = await send(file)
    const faults = await listFaults(id, { skip: 0, take: 100 })
    expect(faults.map(({ rowNumber, column, code }) => ({ rowNumber, column, code }))).toEqual(
      file.expected,
    )
    expect(plan).toMatchObject({ rows: 1_000, faultyRows: 37, unchanged: 0 })
    expect(await countAll()).toEqual(before)

    await expect(requestImport(id, actorId, false)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await requestImport(id, actorId, true)
    expect(await runRequestedImports()).toBe(963)
    expect(await getImport(id)).toMatchObject({ status: 'done', added: 963, progress: 963 })
    const after = await countAll()
    expect(after.initiative! - before.initiative!).toBe(963)
    expect(after.policy_monitor! - before.policy_monitor!).toBe(963)
    expect(after.revision_source! - before.revision_source!).toBe(963)
    const first = await draftOfKey('P-2')
    expect(first).toMatchObject({ status: 'draft', version: 1, createdById: actorId })
    expect(first.content).toMatchObject({
      title: 'Taal op de vloer 2',
      regions: ['midden-brabant'],
      startsOn: '2024-03-01',
      endsOn: '2026-12-31',
      lessons: ['Begin met kennismaken', 'Laat het bedrijf leiden'],
      results: [{ kind: 'reach', label: 'mensen die begonnen', value: '24', unit: 'deelnemers' }],
    })
    expect(await db.notification.count({ where: { kind: 'initiatives-imported' } })).toBe(1)

    expect(await undoImport(id, actorId)).toEqual({ deleted: 963, restored: 0 })
    expect(await countAll()).toEqual(before)
    expect(await getImport(id)).toMatchObject({ status: 'undone', deleted: 963 })
    expect(await undoImport(id, actorId)).toEqual({ deleted: 963, restored: 0 })
  }, 120_000)
})

describe('a file with the same keys', () => {
  it('changes what nobody touched, reports the rest, and is undone to the text of before', async () => {
    const first = await importAll(initiativeFile(12, { faulty: false }))
    const touched = await draftOfKey('P-3')
    await saveDraft({
      revisionId: touched.id,
      version: touched.version,
      content: { ...touched.content, title: 'Door een mens' },
      actorId,
    })
    await submit('P-4')
    const again = await send(initiativeFile(12, { faulty: false, suffix: 'Nieuwe les' }))
    expect(again.plan.faults.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [3, 'keyChanged'],
      [4, 'keySubmitted'],
    ])
    await requestImport(again.id, actorId, true)
    await runRequestedImports()
    expect(await getImport(again.id)).toMatchObject({ status: 'done', added: 0, changed: 10 })
    expect((await draftOfKey('P-2')).content.lessons).toEqual(['Nieuwe les'])
    expect(await send(initiativeFile(12, { faulty: false, suffix: 'Nieuwe les' }))).toMatchObject({
      plan: { write: [], unchanged: 10, faultyRows: 2 },
    })

    // The first import cannot be undone over the second: its drafts changed since.
    expect(await undoImport(again.id, actorId)).toEqual({ deleted: 0, restored: 10 })
    expect((await draftOfKey('P-2')).content.lessons).toHaveLength(2)
    expect(await undoImport(first, actorId)).toEqual({ deleted: 10, restored: 0 })
    const stayed = await listImported(first, { skip: 0, take: 50 })
    expect(stayed.map(({ key, status, isSame }) => [key, status, isSame])).toEqual([
      ['P-3', 'draft', false],
      ['P-4', 'submitted', false],
    ])
  }, 60_000)

  it('keeps a draft that something else refers to, or that another organisation has', async () => {
    const id = await importAll(initiativeFile(3, { faulty: false }))
    const used = await draftOfKey('P-2')
    const collection = await db.collection.findFirstOrThrow({ select: { id: true } })
    await db.collectionItem.create({
      data: { collectionId: collection.id, initiativeId: used.initiativeId, position: 99, why: '' },
      select: { collectionId: true },
    })
    const moved = await draftOfKey('P-3')
    const other = await db.organisation.findFirstOrThrow({ where: { id: { not: organisationId } } })
    await db.initiative.update({
      where: { id: moved.initiativeId },
      data: { organisationId: other.id },
      select: { id: true },
    })
    const again = await send(initiativeFile(3, { faulty: false, suffix: 'Anders' }))
    expect(again.plan.faults).toMatchObject([{ rowNumber: 3, code: 'keyChanged' }])
    expect(await undoImport(id, actorId)).toEqual({ deleted: 1, restored: 0 })
    const stayed = await listImported(id, { skip: 0, take: 9 })
    expect(stayed.map(({ key }) => key)).toEqual(['P-2', 'P-3'])
  })
})

it('keeps the bytes of no more than three files that somebody did not import', async () => {
  for (let sent = 0; sent < 5; sent += 1) await send(initiativeFile(1, { faulty: false }))
  expect(await db.initiativeImport.count()).toBe(5)
  expect(await db.initiativeImport.count({ where: { content: { not: null } } })).toBe(3)
})

describe('a file that is not imported', () => {
  it('keeps its choice of columns for the next one, and is thrown away with its bytes', async () => {
    const { id, columns } = await send(initiativeFile(1, { faulty: false }))
    const chosen = columns.map((field) => (field === 'partners' ? '' : field))
    await checkImport({ id, organisationId, columns: chosen }, actorId)
    expect(await getSavedColumns(organisationId)).toEqual({
      headers: [...HEADERS],
      columns: chosen,
    })
    expect(await getSavedColumns(null)).toBeNull()
    const next = await send(initiativeFile(1, { faulty: false }))
    expect(next.columns).toEqual(chosen)
    await discardImport(id, actorId)
    expect(await getImport(id)).toMatchObject({ status: 'cancelled', hasFile: false })
    await expect(checkImport(await targetOf(id), actorId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('loses its bytes, faults and earlier texts after the retention period', async () => {
    const id = await importAll(initiativeFile(50))
    const later = new Date(Date.now() + 91 * 86_400_000)
    expect(await emptyOldImports(new Date(), 90)).toBe(0)
    expect(await emptyOldImports(later, 90)).toBe(1)
    expect(await getImport(id)).toMatchObject({ status: 'done', hasFile: false })
    expect(await listFaults(id, { skip: 0, take: 9 })).toEqual([])
    await expect(undoImport(id, actorId)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await db.initiativeImportRow.count({ where: { importId: id } })).toBeGreaterThan(0)
  })
})

describe('an administrator', () => {
  it('imports for several organisations, whose writers hear of it', async () => {
    const other = await db.organisation.findFirstOrThrow({
      where: { id: { not: organisationId }, memberships: { some: { role: 'editor' } } },
      select: { id: true, name: true },
    })
    const own = await db.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { name: true },
    })
    const file = initiativeFile(2, { faulty: false })
    const rows = file.rows.map((row, at) => [...row, at === 0 ? own.name : other.name])
    const all: InitiativeFile = {
      ...file,
      buffer: async () =>
        Buffer.from(await toXlsx([{ name: 'I', header: [...HEADERS, 'Organisatie'], rows }])),
    }
    const { id } = await send(all, null)
    await requestImport(id, actorId, false)
    await runRequestedImports()
    const found = await listImported(id, { skip: 0, take: 5 })
    expect(found.map((row) => row.organisationId)).toEqual([organisationId, other.id])
    expect(await db.notification.count({ where: { kind: 'initiatives-brought' } })).toBeGreaterThan(
      0,
    )
  })
})
