import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { MeasurementInput } from './schema'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getMeasuringTarget, listInitiativeIndicators } = await import('./data')
const { saveIndicator, saveMeasurement } = await import('./mutations')
const { indicatorSchema, measurementSchema } = await import('./schema')

let initiativeId: string
let otherId: string
let actorId: string

const indicator = (id: string, over: Record<string, string> = {}) =>
  indicatorSchema.parse({
    initiativeId,
    indicatorId: id,
    indicatorLabel: 'Aan het werk',
    unit: 'personen',
    resultType: 'outcome',
    ...over,
  })

const measurement = (indicatorId: string, over: Record<string, string> = {}): MeasurementInput =>
  measurementSchema('2026-11-24').parse({
    initiativeId,
    measurementId: randomUUID(),
    measuredIndicatorId: indicatorId,
    measuredOn: '2026-10-01',
    numerator: '12',
    n: '20',
    measurementSource: 'Eigen telling',
    ...over,
  })

const rank = async () =>
  (
    await db.initiativeSearch.findUniqueOrThrow({
      where: { initiativeId },
      select: { evidenceRank: true },
    })
  ).evidenceRank
const audits = (objectId: string) =>
  db.auditEvent.findMany({
    where: { objectId },
    select: { action: true, actorId: true },
    orderBy: { id: 'asc' },
  })

async function newIndicator(): Promise<string> {
  const id = randomUUID()
  await saveIndicator({ indicator: indicator(id), actorId })
  return id
}

beforeAll(async () => {
  const id = async (slug: string) =>
    (await db.initiative.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id
  initiativeId = await id('voorschakeltraject-zorg')
  otherId = await id('rangeerterrein')
  actorId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.noord@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('saveIndicator', () => {
  it('adds one, once, however often it is sent, with its audit row', async () => {
    const id = randomUUID()
    const results = await Promise.all(
      [1, 2, 3].map(() => saveIndicator({ indicator: indicator(id), actorId })),
    )
    expect(results).toEqual(['saved', 'saved', 'saved'])
    expect(await audits(id)).toEqual([{ action: 'indicator.create', actorId }])
  })

  it('is a conflict for who read an older version', async () => {
    const id = await newIndicator()
    expect(
      await saveIndicator({
        indicator: indicator(id, { version: '1', indicatorLabel: 'Eerste' }),
        actorId,
      }),
    ).toBe('saved')
    expect(
      await saveIndicator({
        indicator: indicator(id, { version: '1', indicatorLabel: 'Tweede' }),
        actorId,
      }),
    ).toBe('conflict')
    expect(
      (await listInitiativeIndicators(initiativeId)).find((row) => row.id === id),
    ).toMatchObject({ label: 'Eerste', version: 2 })
  })

  it('keeps the unit once something was measured in it', async () => {
    const id = await newIndicator()
    await saveMeasurement({ measurement: measurement(id), actorId })
    expect(
      await saveIndicator({ indicator: indicator(id, { version: '1', unit: '%' }), actorId }),
    ).toBe('unitFixed')
  })

  it('refuses an unknown kind of result and leaves nothing behind', async () => {
    const id = randomUUID()
    await expect(
      saveIndicator({ indicator: indicator(id, { resultType: 'wonder' }), actorId }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    expect(await audits(id)).toEqual([])
  })
})

describe('saveMeasurement', () => {
  it('raises the evidence in the same transaction', async () => {
    const id = await newIndicator()
    const before = await rank()
    await saveMeasurement({ measurement: measurement(id), actorId })
    expect(await rank()).toBeGreaterThanOrEqual(Math.max(before, 3))
    await saveMeasurement({
      measurement: measurement(id, {
        design: 'comparison',
        comparisonDescription: 'Wachtlijst',
        comparisonNumerator: '5',
        comparisonN: '20',
      }),
      actorId,
    })
    expect(await rank()).toBe(4)
  })

  it('keeps what a correction replaces, and only the first correction counts', async () => {
    const id = await newIndicator()
    const first = measurement(id)
    await saveMeasurement({ measurement: first, actorId })
    await saveMeasurement({
      measurement: measurement(id, {
        numerator: '11',
        supersedesId: first.measurementId,
        correctionReason: 'Een deelnemer dubbel geteld',
      }),
      actorId,
    })
    await expect(
      saveMeasurement({
        measurement: measurement(id, {
          numerator: '10',
          supersedesId: first.measurementId,
          correctionReason: 'Nog een telfout',
        }),
        actorId,
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    const row = (await listInitiativeIndicators(initiativeId)).find((one) => one.id === id)
    expect(row?.measurements.map(({ numerator }) => numerator)).toEqual([11])
    expect(row?.replaced.map(({ numerator }) => numerator)).toEqual([12])
    await expect(
      db.measurement.update({ where: { id: first.measurementId }, data: { numerator: 20 } }),
    ).rejects.toThrow()
  })

  it('refuses an indicator of another initiative', async () => {
    const id = await newIndicator()
    await expect(
      saveMeasurement({ measurement: { ...measurement(id), initiativeId: otherId }, actorId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('getMeasuringTarget', () => {
  it('knows an initiative by its own id and by that of a version', async () => {
    const { publishedRevisionId } = await db.initiative.findUniqueOrThrow({
      where: { id: initiativeId },
      select: { publishedRevisionId: true },
    })
    expect(await getMeasuringTarget(publishedRevisionId ?? '')).toEqual(
      await getMeasuringTarget(initiativeId),
    )
    expect(await getMeasuringTarget('geen-nummer')).toBeNull()
  })
})
