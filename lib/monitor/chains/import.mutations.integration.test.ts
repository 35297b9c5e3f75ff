import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { EMPTY_CELLS } from './import-columns.rules'
import type { ImportRow } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url

const { db } = await import('@/lib/base/db/db')
const { importRows } = await import('./import.mutations')
const { undoImport, deleteOldChainImports } = await import('./import-undo.mutations')
const { listImports } = await import('./import-undo.data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let regionId = ''
let actorId = ''

beforeAll(async () => {
  const region = { where: { slug: 'flevoland' }, select: { id: true } }
  regionId = (await db.region.findUniqueOrThrow(region)).id
  actorId = (await db.user.findFirstOrThrow({ select: { id: true }, orderBy: { id: 'asc' } })).id
})

const row = (of: number, over: Partial<ImportRow>): ImportRow => ({
  ...EMPTY_CELLS,
  row: of,
  goal: 'Meer mensen aan het werk',
  ...over,
})

const bring = (rows: ImportRow[]) =>
  importRows({ regionId, rows, organisationId: null, dry: false, actorId })

describe('an import with people, overlap, alignment and indicators', () => {
  it('writes what the rows say of goal, measure, money and indicator', async () => {
    expect(
      await bring([
        row(2, {
          measure: 'Werkplekken',
          carriedBy: 'Regionaal Beraad',
          goalStartsOn: '2026-01-01',
          group: '1.000',
          planned: '200',
          provider: 'Gemeente',
          amount: 'circa 1,2 mln',
          overlap: 'Ja',
          alignment: 'niet-beoordeeld',
          startsOn: '2026-03-01',
        }),
        row(3, {
          measure: 'Werkplekken',
          indicator: 'Wachttijd',
          unit: 'uren',
          lowerIsBetter: 'ja',
          baseline: '12,5',
          baselineYear: '2025',
          target: '6',
          targetYear: '2028',
          value: '10',
          valueYear: '2026',
          endsOn: '2028-12-31',
        }),
        row(4, { measure: 'Werkplekken', indicator: 'Wachttijd', value: '8', valueYear: '2027' }),
        row(5, { planned: '300', indicator: 'Aan het werk', unit: '%' }),
      ]),
    ).toEqual([])
    const goal = await db.policyGoal.findFirstOrThrow({
      where: { regionId, title: 'Meer mensen aan het werk' },
      include: {
        indicators: true,
        measures: {
          include: { fundings: true, indicators: { include: { values: true } } },
        },
      },
      orderBy: { id: 'asc' },
    })
    expect(goal).toMatchObject({
      carriedBy: 'Regionaal Beraad',
      startsOn: new Date('2026-01-01'),
      peopleGroup: null,
      peoplePlanned: 300,
      indicators: [{ label: 'Aan het werk', unit: 'percent' }],
      measures: [
        {
          peopleGroup: 1_000,
          peoplePlanned: 200,
          startsOn: null,
          endsOn: new Date('2028-12-31'),
          fundings: [
            {
              amountEuro: 1_200_000,
              amountQualifier: 'circa',
              overlap: 'separate',
              startsOn: new Date('2026-03-01'),
            },
          ],
          indicators: [{ label: 'Wachttijd', unit: 'hours', lowerIsBetter: true }],
        },
      ],
    })
    const [indicator] = goal.measures[0]!.indicators
    expect([indicator!.baselineValue, indicator!.targetValue].map(Number)).toEqual([12.5, 6])
    expect(indicator!.values.map(({ year, value }) => [year, Number(value)])).toEqual([
      [2026, 10],
      [2027, 8],
    ])
  })

  it('adds nothing to an indicator that is there, and writes no row beside it', async () => {
    const before = await db.policyGoal.count()
    expect(
      await bring([
        row(2, { goal: 'Nieuw' }),
        row(3, { measure: 'Werkplekken', indicator: 'wachttijd', unit: 'uren' }),
        row(4, { carriedBy: 'Iemand anders' }),
      ]),
    ).toEqual([
      { row: 3, column: 'indicator', message: 'importExists' },
      { row: 4, column: 'carriedBy', message: 'importExists' },
    ])
    expect(await db.policyGoal.count()).toBe(before)
  })
})

describe('undoing an import', () => {
  const rows = (goal: string) => [
    row(2, { goal, measure: 'M', provider: 'Rijk', indicator: 'I', unit: '%' }),
    row(3, { goal: `${goal}, deel`, parent: goal }),
    row(4, { measure: `Bij ${goal}`, indicator: 'J', unit: 'uren', value: '3', valueYear: '2026' }),
  ]
  const sizes = async () =>
    Promise.all([
      db.policyGoal.count(),
      db.policyMeasure.count(),
      db.funding.count(),
      db.policyIndicator.count(),
      db.policyIndicatorValue.count(),
    ])
  const latest = async () => (await listImports(regionId, new Date()))[0]!
  const undo = async (importId: string, of = regionId) =>
    undoImport({ regionId: of, importId, actorId }, new Date())

  it('leaves every table as it was, also when it is sent twice at once', async () => {
    const before = await sizes()
    expect(await bring(rows('Weg'))).toEqual([])
    expect(await sizes()).not.toEqual(before)
    const done = await latest()
    expect(done).toMatchObject({ goals: 2, measures: 2, fundings: 1, indicators: 2 })
    expect(await Promise.all([undo(done.id), undo(done.id)])).toEqual([[], []])
    expect(await sizes()).toEqual(before)
    expect((await latest()).undoneAt).not.toBeNull()
    expect(await db.auditEvent.count({ where: { action: 'goals.undo', objectId: regionId } })).toBe(
      1,
    )
  })

  it('takes nothing back while somebody went on with a part, and names it', async () => {
    await bring(rows('Blijft'))
    const { id } = await latest()
    const filled = await sizes()
    const measure = await db.policyMeasure.findFirstOrThrow({
      where: { title: 'M', goal: { title: 'Blijft' } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    const verdict = await db.policyVerdict.create({
      data: { measureId: measure.id, year: 2026 },
      select: { id: true },
    })
    await db.policyGoal.updateMany({
      where: { title: 'Blijft, deel' },
      data: { version: { increment: 1 } },
    })
    expect(await undo(id)).toEqual(['Blijft, deel', 'M'])
    expect(await sizes()).toEqual(filled)
    await db.policyVerdict.delete({ where: { id: verdict.id }, select: { id: true } })
    await db.policyGoal.updateMany({ where: { title: 'Blijft, deel' }, data: { version: 1 } })
    const own = await db.policyGoal.create({
      data: {
        regionId,
        slug: 'eronder',
        title: 'Eronder',
      },
      select: { id: true },
    })
    const parent = await db.policyGoal.findFirstOrThrow({
      where: { title: 'Blijft' },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    await db.policyGoal.update({
      where: { id: own.id },
      data: { parentId: parent.id },
      select: { id: true },
    })
    expect(await undo(id)).toEqual(['Blijft'])
  })

  it('is for the region itself, and for 30 days', async () => {
    await bring(rows('Oud'))
    const { id } = await latest()
    const other = await db.region.findFirstOrThrow({
      where: { id: { not: regionId } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    await expect(undo(id, other.id)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    await db.chainImport.update({
      where: { id },
      data: { createdAt: new Date('2026-01-01') },
      select: { id: true },
    })
    await expect(undo(id)).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await deleteOldChainImports(new Date())).toBe(1)
  })
})
