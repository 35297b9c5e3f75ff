import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { Cells, RowKind } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getUndoable } = await import('./data')
const { deleteOldChanges, saveWorksheetRow, undoWorksheetBatch } = await import('./mutations')

let regionId: string
let actorId: string
let otherId: string
const ids = {} as Record<RowKind, string>

beforeAll(async () => {
  const region = await db.region.findFirstOrThrow({ where: { type: 'labour_market' } })
  regionId = region.id
  const people = await Promise.all(
    ['een', 'twee'].map((name) =>
      db.user.create({ data: { email: `${name}@example.org`, name }, select: { id: true } }),
    ),
  )
  actorId = people[0]!.id
  otherId = people[1]!.id
  const goal = await db.policyGoal.create({
    data: { slug: 'werkblad-doel', title: 'Doel', regionId, peopleGroup: 100 },
  })
  const measure = await db.policyMeasure.create({
    data: { slug: 'werkblad-maatregel', title: 'Maatregel', goalId: goal.id },
  })
  const indicator = await db.policyIndicator.create({
    data: { goalId: goal.id, label: 'Aandeel', unit: 'percent' },
  })
  const term = (vocabulary: 'funding_type' | 'subsidy_alignment') =>
    db.term.findFirstOrThrow({ where: { vocabulary }, select: { id: true } })
  const funding = await db.funding.create({
    data: {
      measureId: measure.id,
      provider: 'Gemeente',
      typeId: (await term('funding_type')).id,
      alignmentId: (await term('subsidy_alignment')).id,
    },
  })
  Object.assign(ids, {
    goal: goal.id,
    measure: measure.id,
    indicator: indicator.id,
    funding: funding.id,
  })
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const save = (
  kind: RowKind,
  cells: Cells,
  was: Cells,
  over: { batchId?: string; actorId?: string; regionId?: string } = {},
) =>
  saveWorksheetRow({
    kind,
    id: ids[kind],
    regionId,
    year: 2026,
    batchId: randomUUID(),
    actorId,
    cells,
    was,
    ...over,
  })

describe('the worksheet', () => {
  it('writes each kind of row where it belongs', async () => {
    await save('goal', { who: 'Beraad', planned: '40' }, { who: '', planned: '' })
    await save('measure', { who: 'Werkcentrum', endsOn: '2027' }, { who: '', endsOn: '' })
    await save('funding', { amount: 'circa 1,2 mln' }, { amount: '' })
    await save('indicator', { target: '60 (2028)', value: '41,5' }, { target: '', value: '' })
    expect(await db.policyGoal.findUnique({ where: { id: ids.goal } })).toMatchObject({
      carriedBy: 'Beraad',
      peoplePlanned: 40,
      version: 2,
    })
    expect(await db.policyMeasure.findUnique({ where: { id: ids.measure } })).toMatchObject({
      responsibleName: 'Werkcentrum',
      endsOn: new Date('2027-12-31'),
    })
    expect(await db.funding.findUnique({ where: { id: ids.funding } })).toMatchObject({
      amountEuro: 1_200_000,
      amountQualifier: 'circa',
    })
    const [value] = await db.policyIndicatorValue.findMany({
      where: { indicatorId: ids.indicator },
    })
    expect([value?.year, value?.value.toNumber()]).toEqual([2026, 41.5])
  })

  it('keeps what two people typed in one cell apart, and loses neither', async () => {
    const [one, two] = await Promise.all([
      save('goal', { reached: '10' }, { reached: '' }),
      save('goal', { reached: '20' }, { reached: '' }, { actorId: otherId }),
    ])
    const faults = [one, two].map(({ faults: of }) => of.reached)
    expect(faults.toSorted()).toEqual(['cellChanged', undefined])
    const { peopleReached } = await db.policyGoal.findUniqueOrThrow({ where: { id: ids.goal } })
    expect([10, 20]).toContain(peopleReached)
  })

  it('lets two people change two cells of one row at the same time', async () => {
    await Promise.all([
      save('measure', { planned: '7' }, { planned: '' }),
      save('measure', { reached: '3' }, { reached: '' }, { actorId: otherId }),
    ])
    expect(await db.policyMeasure.findUnique({ where: { id: ids.measure } })).toMatchObject({
      peoplePlanned: 7,
      peopleReached: 3,
    })
  })

  it('is not there for another region', async () => {
    const other = await db.region.findFirstOrThrow({
      where: { type: 'labour_market', id: { not: regionId } },
    })
    await expect(
      save('goal', { who: 'X' }, { who: 'Beraad' }, { regionId: other.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('undoes a batch, but not what was changed again since', async () => {
    const batchId = randomUUID()
    await save('measure', { who: 'UWV' }, { who: 'Werkcentrum' }, { batchId })
    await save('funding', { amount: '5.000' }, { amount: 'circa 1.200.000' }, { batchId })
    expect(await getUndoable(regionId, actorId)).toEqual({ batchId, cells: 2 })
    await save('funding', { amount: '6.000' }, { amount: '5.000' }, { actorId: otherId })
    const undo = { regionId, batchId, actorId }
    const nothing = { restored: 0, left: 0 }
    expect(await undoWorksheetBatch({ ...undo, actorId: otherId })).toEqual(nothing)
    expect(await undoWorksheetBatch(undo)).toEqual({ restored: 1, left: 1 })
    expect(await db.policyMeasure.findUnique({ where: { id: ids.measure } })).toMatchObject({
      responsibleName: 'Werkcentrum',
    })
    expect(await db.funding.findUnique({ where: { id: ids.funding } })).toMatchObject({
      amountEuro: 6_000,
    })
    expect(await undoWorksheetBatch(undo)).toEqual(nothing)
  })

  it('forgets after thirty days what could be undone', async () => {
    expect(await deleteOldChanges(new Date(Date.now() + 29 * 86_400_000))).toBe(0)
    expect(await deleteOldChanges(new Date(Date.now() + 31 * 86_400_000))).toBeGreaterThan(0)
    expect(await getUndoable(regionId, actorId)).toBeNull()
  })
})
