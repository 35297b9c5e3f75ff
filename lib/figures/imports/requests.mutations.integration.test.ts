import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { startProofSources } from '@/lib/base/testing/proof-sources'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { cancelImport, saveImport } = await import('./mutations')
const { runImport } = await import('./run.mutations')
const { requestImport, runRequestedImports } = await import('./requests.mutations')
const { saveDataset } = await import('@/lib/figures/datasets/mutations')
const { datasetSchema } = await import('@/lib/figures/datasets/schema')

const { municipalities, table, server } = await startProofSources(db, {
  saveDataset,
  datasetSchema,
})
afterAll(async () => {
  await server.stop()
  await db.$disconnect()
  await database.drop()
})

describe('a table that someone asks for', () => {
  const asked = async (id: string) =>
    db.statImport.findUniqueOrThrow({
      where: { id },
      select: {
        status: true,
        requestedAt: true,
        rowsStaged: true,
        label: true,
        detail: true,
        problem: true,
        actorId: true,
      },
    })
  let actorId = ''

  beforeAll(async () => {
    actorId = (
      await db.user.create({
        data: { email: 'vraagt@voorbeeld.nl', name: 'Vraagt' },
        select: { id: true },
      })
    ).id
    const order = { datasetSlug: 'proef-tabel', trigger: 'command' as const, actorId }
    expect(await runImport(order, server.remote)).toMatchObject({ status: 'done' })
  })

  it('waits once, whoever asks, and is read up to the decision', async () => {
    table.modified = '2026-05-01T02:00:00'
    const [first, second] = await Promise.all([
      requestImport('proef-tabel', actorId),
      requestImport('proef-tabel', actorId),
    ])
    expect(second).toBe(first)
    expect(await asked(first)).toMatchObject({
      status: 'reading',
      rowsStaged: 0,
      label: '99001NED',
    })
    expect(await runRequestedImports(server.remote)).toBe(1)
    expect(await asked(first)).toMatchObject({
      status: 'checked',
      requestedAt: null,
      rowsStaged: municipalities.length * 2,
      label: '99001NED 2026-05-01T02:00:00',
      actorId,
    })
    expect(await runRequestedImports(server.remote)).toBe(0)
    expect(await saveImport(first, actorId)).toMatchObject({ status: 'done', added: 0, revised: 0 })
  })

  it('that did not change ends with that word', async () => {
    const id = await requestImport('proef-tabel', actorId)
    await runRequestedImports(server.remote)
    expect(await asked(id)).toMatchObject({
      status: 'done',
      detail: 'unchanged',
      requestedAt: null,
    })
  })

  it('goes on where it was cut off when someone asks again', async () => {
    table.modified = '2026-06-01T02:00:00'
    for (let turn = 0; turn < 3; turn += 1) server.breakOnce(/skip=120/, () => undefined)
    const id = await requestImport('proef-tabel', actorId)
    await runRequestedImports(server.remote)
    expect(await asked(id)).toMatchObject({ status: 'reading', requestedAt: null, rowsStaged: 120 })
    expect((await asked(id)).detail).toContain('unreachable')
    expect(await requestImport('proef-tabel', actorId)).toBe(id)
    expect((await asked(id)).detail).toBeNull()
    server.asked.length = 0
    await runRequestedImports(server.remote)
    expect(server.asked.filter((path) => path.includes('Observations'))[0]).toContain('skip=120')
    expect(await asked(id)).toMatchObject({
      status: 'checked',
      rowsStaged: municipalities.length * 2,
    })
    await cancelImport(id, actorId)
  })

  it('can be thrown away while it waits, and is then not read', async () => {
    const id = await requestImport('proef-tabel', actorId)
    await cancelImport(id, actorId)
    expect(await asked(id)).toMatchObject({ status: 'cancelled', requestedAt: null })
    expect(await runRequestedImports(server.remote)).toBe(0)
    await expect(cancelImport(id, actorId)).rejects.toThrow('WRONG_STATE')
  })

  it('says what is wrong when the source refuses, on the reading that was asked for', async () => {
    server.breakOnce(/Properties/, (response) => response.writeHead(404).end())
    const id = await requestImport('proef-tabel', actorId)
    await runRequestedImports(server.remote)
    const { status, problem, detail } = await asked(id)
    expect([status, problem ?? detail?.split(':')[0]]).toEqual(['reading', 'refused'])
    await cancelImport(id, actorId)
  })

  it('cannot be asked for when it is a file', async () => {
    await expect(requestImport('proef-bestand', actorId)).rejects.toThrow('NOT_FOUND')
  })
})
