import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { createIndicator, saveMapping, saveSample } = await import('./mutations')
const { getDataset, getSample, listSources } = await import('./data')
const { saveImport } = await import('@/lib/figures/imports/mutations')
const { checkFile } = await import('@/lib/figures/imports/run.mutations')
const { fileMappingSchema } = await import('@/lib/figures/figure-files/schema')

const CSV = Buffer.from('Gemeente;Jaar;Aantal;Deel\nAssen;2024;12;1\nZwolle;2024;7;2\n')
const mapping = fileMappingSchema.parse({
  region: 'Gemeente',
  regionType: 'municipality',
  periodColumn: 'Jaar',
  values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
})
let actorId = ''
const sample = (datasetId: number | null = null) =>
  saveSample({ kind: 'file', content: new Uint8Array(CSV), label: 'proef.csv', datasetId, actorId })
const input = (sampleId: string, version: number, more: object = {}) => ({
  sampleId,
  version,
  title: 'Proef van het scherm',
  source: 'cbs-85648NED',
  newSource: { name: '', url: null, licence: null },
  isComplete: false,
  rollup: false,
  kind: 'file' as const,
  mapping,
  actorId,
  ...more,
})

beforeAll(async () => {
  actorId = (
    await db.user.findFirstOrThrow({
      where: { email: 'moderator@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a mapping', () => {
  it('becomes a source with an audit row; a second press on the same form is told that it is there', async () => {
    const id = await sample()
    expect((await getSample({ id }))?.file?.columns.map(({ name }) => name)).toEqual([
      'Gemeente',
      'Jaar',
      'Aantal',
      'Deel',
    ])
    const [first, second] = await Promise.all([
      saveMapping(input(id, 0)),
      saveMapping(input(id, 0)),
    ])
    expect([first, second].filter((outcome) => outcome === 'conflict')).toHaveLength(1)
    const saved = [first, second].find((outcome) => outcome !== 'conflict')
    expect(saved).toEqual({ slug: 'proef-van-het-scherm' })
    expect((await getSample({ id }))?.datasetSlug).toBe('proef-van-het-scherm')
    expect(await db.auditEvent.count({ where: { action: 'dataset.save', actorId } })).toBe(1)
    expect(await saveMapping(input(await sample(), 0))).toEqual({ slug: 'proef-van-het-scherm-2' })
  })

  it('that two people change keeps the first and shows the second what stands there', async () => {
    const dataset = (await getDataset('proef-van-het-scherm'))!
    const id = (await getSample({ datasetId: dataset.id }))!.id
    expect(await saveMapping(input(id, dataset.version, { title: 'Eerste' }))).toEqual({
      slug: 'proef-van-het-scherm',
    })
    expect(
      await saveMapping(
        input(id, dataset.version, {
          title: 'Tweede',
          source: 'andere-bron',
          newSource: { name: 'Mag niet blijven', url: null, licence: null },
        }),
      ),
    ).toBe('conflict')
    expect(await getDataset('proef-van-het-scherm')).toMatchObject({
      title: 'Eerste',
      version: dataset.version + 1,
    })
    expect((await listSources()).map(({ name }) => name)).not.toContain('Mag niet blijven')
  })

  it('that changed since a file was checked no longer lets that file be written', async () => {
    const order = {
      datasetSlug: 'proef-van-het-scherm',
      trigger: 'screen' as const,
      actorId,
      fileName: 'proef.csv',
    }
    const checked = await checkFile(order, CSV)
    expect(checked).toMatchObject({ status: 'checked', added: 2 })
    const dataset = (await getDataset('proef-van-het-scherm'))!
    const id = (await getSample({ datasetId: dataset.id }))!.id
    const values = [{ column: 'Deel', indicator: 'gwu-personen', factor: 1 }]
    expect(
      await saveMapping(
        input(id, dataset.version, {
          mapping: { ...mapping, values },
          source: 'andere-bron',
          newSource: {
            name: 'UWV, eigen levering',
            url: 'https://voorbeeld.nl',
            licence: 'CC BY 4.0',
          },
        }),
      ),
    ).toEqual({ slug: 'proef-van-het-scherm' })
    await expect(saveImport(checked.id, actorId)).rejects.toMatchObject({
      code: 'INVALID',
      problem: 'mappingChanged',
    })
    expect(await getDataset('proef-van-het-scherm')).toMatchObject({
      sourceName: 'UWV, eigen levering',
      sourceSlug: 'uwv-eigen-levering',
    })
    const again = await checkFile(order, CSV)
    expect(await saveImport(again.id, actorId)).toMatchObject({ status: 'done', added: 2 })
    expect(
      await db.$queryRaw`
        SELECT sum(c.value)::int AS sum
        FROM stat_cell c
          JOIN stat_series s ON s.id = c.series_id
        WHERE s.dataset_id = ${dataset.id}
      `,
    ).toEqual([{ sum: 3 }])
  })

  it('is not made of a file that is gone, nor of one of another kind', async () => {
    await expect(saveMapping(input('0198f6a0-0000-7000-8000-000000000000', 0))).rejects.toThrow(
      'NOT_FOUND',
    )
    await expect(saveMapping(input(await sample(), 0, { kind: 'cbs_odata' }))).rejects.toThrow(
      'NOT_FOUND',
    )
    await expect(
      db.$executeRaw`INSERT INTO stat_sample (id, kind, label) VALUES (gen_random_uuid(), 'file', 'leeg')`,
    ).rejects.toThrow('stat_sample_holds')
  })
})

describe('a file that became no source', () => {
  it('goes away after a day', async () => {
    const id = await sample()
    await db.$executeRaw`UPDATE stat_sample SET created_at = now() - interval '25 hours' WHERE id = ${id}::uuid`
    await sample()
    expect(await getSample({ id })).toBeNull()
    const dataset = (await getDataset('proef-van-het-scherm'))!
    await db.$executeRaw`UPDATE stat_sample SET created_at = now() - interval '25 hours' WHERE dataset_id = ${dataset.id}`
    const other = await sample(dataset.id)
    expect((await getSample({ datasetId: dataset.id }))?.id).toBe(other)
  })
})

it('a new indicator gets an address of its own and comes last', async () => {
  const made = {
    labelNl: 'Deelnemers aan taalles',
    labelEn: 'Language course participants',
    definitionNl: 'Wie begon.',
    definitionEn: 'Who began.',
    unit: 'personen',
    decimals: 0,
    additive: true,
    unpaidWork: false,
    actorId,
  }
  expect(await createIndicator(made)).toBe('deelnemers-aan-taalles')
  expect(await createIndicator(made)).toBe('deelnemers-aan-taalles-2')
})
