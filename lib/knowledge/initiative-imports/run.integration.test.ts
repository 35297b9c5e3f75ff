import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { initiativeFile } from '@/lib/base/testing/initiative-file'
import { startImportWorld } from '@/lib/base/testing/initiative-import'
import { countRows } from '@/lib/base/testing/row-counts'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { getImport } = await import('./data')
const { cancelImport, checkImport, requestImport } = await import('./mutations')
const { runRequestedImports } = await import('./run.mutations')
const world = await startImportWorld()
const { db, actorId, organisationId, send, importAll, submit } = world

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

describe('a run', () => {
  it('writes nothing when a draft changed after the check', async () => {
    await importAll(initiativeFile(3, { faulty: false }))
    const before = await countAll()
    const { id } = await send(initiativeFile(6, { faulty: false, suffix: 'Anders' }))
    await requestImport(id, actorId, false)
    await submit('P-2')
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
