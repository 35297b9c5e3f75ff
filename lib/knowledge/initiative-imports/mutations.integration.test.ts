import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { countRows } from '@/lib/base/testing/row-counts'
import {
  FAULT_COUNT,
  HEADERS,
  initiativeFile,
  TAKEN_TITLE,
  type InitiativeFile,
} from '@/lib/base/testing/initiative-file'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { saveDraft } = await import('@/lib/knowledge/revisions/drafts.mutations')
const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const { saveNewInitiative, submitRevision } = await import('@/lib/knowledge/revisions/mutations')
const { getImport, getSavedColumns, listFaults, listImported } = await import('./data')
const { readRows } = await import('./rows.data')
const { cancelImport, checkImport, discardImport, emptyOldImports, requestImport, saveFile } =
  await import('./mutations')
const { runRequestedImports } = await import('./run.mutations')
const { undoImport } = await import('./undo.mutations')

let actorId: string
let organisationId: string

beforeAll(async () => {
  const editor = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.brabant@voorbeeld.nl' },
    select: { id: true, memberships: { select: { organisationId: true } } },
  })
  actorId = editor.id
  organisationId = editor.memberships[0]!.organisationId
})

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

async function send(file: InitiativeFile, organisation: string | null = organisationId) {
  const content = await file.buffer()
  const read = await readRows(content)
  if ('problem' in read) throw new Error(read.problem)
  const { id, columns } = await saveFile({
    actorId,
    organisationId: organisation,
    fileName: 'initiatieven.xlsx',
    content,
    headers: read.headers,
  })
  const target = { id, organisationId: organisation, columns }
  return { ...target, plan: await checkImport(target, actorId) }
}
const importAll = async (file: InitiativeFile) => {
  const { id, plan } = await send(file)
  await requestImport(id, actorId, plan.faultyRows > 0)
  await runRequestedImports()
  return id
}
const draftOfKey = async (key: string) => {
  const row = await db.initiativeImportRow.findFirstOrThrow({
    where: { key },
    orderBy: { id: 'desc' },
    select: { revisionId: true },
  })
  return (await getRevisionDraft(row.revisionId))!
}
const submitted = async (key: string) => {
  const { id, version } = await draftOfKey(key)
  await submitRevision({ revisionId: id, version, from: 'draft', actorId })
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
    await submitted('P-4')
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

  it('keeps a draft that something else refers to', async () => {
    const id = await importAll(initiativeFile(2, { faulty: false }))
    const used = await draftOfKey('P-2')
    const collection = await db.collection.findFirstOrThrow({ select: { id: true } })
    await db.collectionItem.create({
      data: { collectionId: collection.id, initiativeId: used.initiativeId, position: 99, why: '' },
      select: { collectionId: true },
    })
    expect(await undoImport(id, actorId)).toEqual({ deleted: 1, restored: 0 })
    expect(await listImported(id, { skip: 0, take: 9 })).toMatchObject([{ key: 'P-2' }])
  })
})

describe('a run', () => {
  it('writes nothing when a draft changed after the check', async () => {
    await importAll(initiativeFile(3, { faulty: false }))
    const before = await countAll()
    const { id } = await send(initiativeFile(6, { faulty: false, suffix: 'Anders' }))
    await requestImport(id, actorId, false)
    await submitted('P-2')
    expect(await runRequestedImports()).toBe(0)
    expect(await getImport(id)).toMatchObject({ status: 'failed', problem: 'moved' })
    expect(await countAll()).toMatchObject({
      initiative: before.initiative,
      initiative_import_row: before.initiative_import_row,
    })
  })

  it('is cancelled before it begins, and in the midst of it, and leaves nothing', async () => {
    const before = await countAll()
    const { id } = await send(initiativeFile(120, { faulty: false }))
    await requestImport(id, actorId, false)
    await requestImport(id, actorId, false)
    await cancelImport(id, actorId)
    await cancelImport(id, actorId)
    expect(await runRequestedImports()).toBe(0)
    expect(await getImport(id)).toMatchObject({ status: 'cancelled' })

    await checkImport(await targetOf(id), actorId)
    await requestImport(id, actorId, false)
    // Somebody asks to stop once the first rows are written.
    await db.$executeRaw`
      CREATE FUNCTION ask_to_stop () RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.progress > 0 AND NEW.status = 'running' THEN NEW.cancel_asked_at := now(); END IF;
        RETURN NEW;
      END $$`
    await db.$executeRaw`
      CREATE TRIGGER ask_to_stop BEFORE UPDATE ON initiative_import
      FOR EACH ROW EXECUTE FUNCTION ask_to_stop()`
    expect(await runRequestedImports()).toBe(0)
    await db.$executeRaw`DROP TRIGGER ask_to_stop ON initiative_import`
    expect(await getImport(id)).toMatchObject({ status: 'cancelled', progress: 0 })
    expect(await countAll()).toEqual(before)
  })

  it('stops with its process and is taken up again', async () => {
    const { id } = await send(initiativeFile(3, { faulty: false }))
    await requestImport(id, actorId, false)
    const ending = AbortSignal.abort()
    expect(await runRequestedImports(ending)).toBe(0)
    expect(await getImport(id)).toMatchObject({ status: 'running' })
    expect(await runRequestedImports()).toBe(3)
  })

  it('is not begun a fourth time', async () => {
    const { id } = await send(initiativeFile(3, { faulty: false }))
    await requestImport(id, actorId, false)
    await db.initiativeImport.update({ where: { id }, data: { attempts: 3 }, select: { id: true } })
    expect(await runRequestedImports()).toBe(0)
    expect(await getImport(id)).toMatchObject({ status: 'failed', problem: 'brokenOff' })
  })
})

const targetOf = async (id: string) => {
  const { columns } = (await getImport(id))!
  return { id, organisationId, columns }
}

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
    const { toXlsx } = await import('@/lib/base/files/workbook')
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
    const told = await db.notification.findMany({
      where: { kind: 'initiatives-brought' },
      select: { user: { select: { memberships: { select: { organisationId: true } } } } },
    })
    expect(told.length).toBeGreaterThan(0)
  })
})
