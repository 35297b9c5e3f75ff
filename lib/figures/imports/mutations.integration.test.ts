import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { NUMBER, startProofSources } from '@/lib/base/testing/proof-sources'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { runImport } = await import('./run.mutations')
const { saveDataset } = await import('@/lib/figures/datasets/mutations')
const { datasetSchema } = await import('@/lib/figures/datasets/schema')
const { getIndicatorAsSeen } = await import('@/lib/figures/statistics/as-seen.data')

const { municipalities, table, server } = await startProofSources(db, {
  saveDataset,
  datasetSchema,
})
const order = { datasetSlug: 'proef-tabel', trigger: 'command' as const, actorId: null }
const run = async (dryRun = false) => runImport({ ...order, dryRun }, server.remote)
const cells = async () => db.$queryRaw<
  { code: string; period: number; value: string | null; status: string; open: boolean }[]
>`
  SELECT r.code, c.period, c.value::text, c.status::text, c.vintage_to = 'infinity' AS open
  FROM stat_cell c
    JOIN stat_series s ON s.id = c.series_id
    JOIN region r ON r.id = s.region_id
    JOIN stat_dataset d ON d.id = s.dataset_id
  WHERE d.slug = 'proef-tabel'
  ORDER BY r.code, c.period, c.vintage_from
`

afterAll(async () => {
  await server.stop()
  await db.$disconnect()
  await database.drop()
})

describe('a table of CBS', () => {
  it('goes on where a broken reading stopped, and nothing is lost or doubled', async () => {
    server.breakOnce(/skip=120/, (response) => response.writeHead(500).end())
    server.breakOnce(/skip=180/, (response) => response.writeHead(200).end('{"value":[{"Id":1,'))
    for (let turn = 0; turn < 3; turn += 1) server.breakOnce(/skip=300/, () => undefined)
    const first = await run()
    expect(first).toMatchObject({ status: 'reading', rowsStaged: 300 })
    server.asked.length = 0
    const done = await run()
    expect(done).toMatchObject({
      status: 'done',
      added: municipalities.length * 2,
      revised: 0,
      unchanged: 0,
    })
    expect(server.asked.filter((path) => path.includes('Observations'))[0]).toContain('skip=300')
    const rows = await cells()
    expect(rows).toHaveLength(municipalities.length * 2)
    expect(rows.map(({ value }) => Number(value)).reduce((sum, value) => sum + value, 0)).toBe(
      table.observations.reduce((sum, row) => sum + Number(row.Value), 0),
    )
    expect(
      new Set(rows.filter(({ period }) => period === 2024000).map(({ status }) => status)),
    ).toEqual(new Set(['provisional']))
  })

  it('is not read again when it did not change', async () => {
    server.asked.length = 0
    expect(await run()).toBe('unchanged')
    expect(server.asked.some((path) => path.includes('Observations'))).toBe(false)
  })

  it('writes only what changed, as a new vintage, and shows what stood there before', async () => {
    const before = new Date()
    table.modified = '2026-02-01T02:00:00'
    table.observations[0]!.Value = 999
    table.observations[1]!.Value = null
    table.observations[1]!.ValueAttribute = 'Confidential'
    expect(await run()).toMatchObject({
      status: 'done',
      added: 0,
      revised: 2,
      unchanged: municipalities.length * 2 - 2,
    })
    const changed = (await cells()).filter(({ code }) => code === municipalities[0])
    expect(
      changed.map(({ value, status, open }) => [
        value === null ? null : Number(value),
        status,
        open,
      ]),
    ).toEqual([
      [100, 'final', false],
      [999, 'revised', true],
      [101, 'provisional', false],
      [null, 'withheld', true],
    ])
    const seen = async (at: Date) => {
      const view = await getIndicatorAsSeen({
        slug: 'gwu-personen',
        at,
        regionType: 'municipality',
      })
      return view!.datasets
        .find(({ slug }) => slug === 'proef-tabel')!
        .figures.filter(({ region }) => region.code === municipalities[0])
        .map(({ value }) => value)
    }
    expect(await seen(before)).toEqual([100, 101])
    expect(await seen(new Date())).toEqual([999, null])
  })

  it('adds municipalities up by the mapping of the year, and says when one is missing', async () => {
    const rows = await db.$queryRaw<
      {
        period: number
        value: string | null
        attribute: string | null
        expected: string | null
        open: number
      }[]
    >`
      SELECT
        c.period,
        c.value::text,
        c.attribute,
        (
          SELECT sum(m.value)::text
          FROM region_link l
            JOIN region g ON g.id = l.child_id
            AND g.type = 'municipality'
            JOIN stat_series ms ON ms.region_id = g.id
            JOIN stat_dataset md ON md.id = ms.dataset_id
            AND md.slug = 'proef-tabel'
            JOIN stat_cell m ON m.series_id = ms.id
            AND m.period = c.period
            AND m.vintage_to = 'infinity'
          WHERE l.parent_id = r.id
        ) AS expected
      FROM stat_cell c
        JOIN stat_series s ON s.id = c.series_id
        JOIN region r ON r.id = s.region_id
        JOIN stat_dataset d ON d.id = s.dataset_id
      WHERE d.slug = 'proef-tabel-opgeteld'
        AND c.vintage_to = 'infinity'
    `
    expect(rows).toHaveLength((35 + 12) * 2)
    expect(
      rows
        .filter(({ value }) => value === null)
        .map(({ attribute, period }) => [attribute, period]),
    ).toEqual([
      ['Incomplete', 2024000],
      ['Incomplete', 2024000],
    ])
    for (const row of rows) if (row.value !== null) expect(row.value).toBe(row.expected)
  })

  it('stops when the title of a measure changed, with both titles', async () => {
    table.modified = '2026-03-01T02:00:00'
    table.measures[0]!.Title = 'Iets anders'
    expect(await run()).toMatchObject({
      status: 'failed',
      problem: 'titleChanged',
      detail: `${NUMBER}: "Geregistreerde werkzoekenden" → "Iets anders"`,
    })
    table.measures[0]!.Title = 'Geregistreerde werkzoekenden'
  })

  it('stops a source that goes round in a circle, that leads elsewhere, or that lost most of its figures', async () => {
    server.goInCircles(true)
    expect(await run()).toMatchObject({ status: 'failed', problem: 'pagesInCircle' })
    server.goInCircles(false)
    server.breakOnce(/Observations/, (response) =>
      response
        .writeHead(200)
        .end(JSON.stringify({ value: [], '@odata.nextLink': 'http://169.254.169.254/latest' })),
    )
    expect(await run()).toMatchObject({ status: 'failed', problem: 'hostNotAllowed' })
    const all = table.observations
    table.observations = all.slice(0, 10)
    expect(await run()).toMatchObject({ status: 'failed', problem: 'moreThanHalfGone' })
    table.observations = all
    expect((await cells()).filter(({ open }) => open)).toHaveLength(municipalities.length * 2)
  })

  it('withdraws a figure that is no longer there', async () => {
    table.modified = '2026-04-01T02:00:00'
    table.observations = table.observations.slice(1)
    expect(await run()).toMatchObject({ status: 'done', withdrawn: 1, revised: 0, added: 0 })
  })

  it('refuses to change a vintage', async () => {
    await expect(db.$executeRaw`UPDATE stat_cell SET value = 1`).rejects.toThrow()
    await expect(db.$executeRaw`DELETE FROM stat_cell`).rejects.toThrow()
  })
})
