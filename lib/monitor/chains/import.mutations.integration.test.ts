import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { EMPTY_CELLS } from './import-columns.rules'
import type { ImportRow } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url

const { db } = await import('@/lib/base/db/db')
const { importRows } = await import('./import.mutations')

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
