import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { saveIndicator, saveMeasurement } = await import('@/lib/judgement/measurements/mutations')
const { indicatorSchema, measurementSchema } = await import('@/lib/judgement/measurements/schema')
const { countReconsiderations, getReconsideration, listWaitingReconsiderations } =
  await import('./data')
const { saveReconsideration } = await import('./mutations')

let initiativeId: string
let ownerId: string
let assessors: string[]

async function indicator(resultType: string): Promise<string> {
  const indicatorId = randomUUID()
  await saveIndicator({
    indicator: indicatorSchema.parse({
      initiativeId,
      indicatorId,
      indicatorLabel: 'Aan het werk',
      unit: 'deelnemers',
      resultType,
    }),
    actorId: ownerId,
  })
  return indicatorId
}

async function measure(indicatorId: string, change: Record<string, string> = {}) {
  const measurementId = randomUUID()
  await saveMeasurement({
    measurement: measurementSchema('2026-11-24').parse({
      initiativeId,
      measurementId,
      measuredIndicatorId: indicatorId,
      measuredOn: '2026-10-01',
      numerator: '12',
      n: '20',
      measurementSource: 'Telling',
      ...change,
    }),
    actorId: ownerId,
  })
  return measurementId
}

const asked = (measurementId?: string) =>
  db.reconsideration.findMany({
    where: { ...(measurementId !== undefined && { measurementId }) },
    select: { id: true, assessorId: true },
    orderBy: { assessorId: 'asc' },
  })

beforeAll(async () => {
  const row = await db.initiative.findUniqueOrThrow({
    where: { slug: 'rangeerterrein' },
    select: {
      id: true,
      assessments: {
        where: { kind: 'panel', status: 'submitted' },
        select: { assessorId: true },
      },
    },
  })
  initiativeId = row.id
  assessors = [...new Set(row.assessments.map(({ assessorId }) => assessorId))].toSorted()
  ownerId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('whoever judged the effect', () => {
  it('is asked to look again after a new measurement, once, and not for its correction', async () => {
    expect(assessors.length).toBeGreaterThan(1)
    const indicatorId = await indicator('outcome')
    const first = await measure(indicatorId)
    expect((await asked(first)).map(({ assessorId }) => assessorId)).toEqual(assessors)
    const second = await measure(indicatorId, { supersedesId: first, correctionReason: 'Telfout' })
    await measure(indicatorId, { supersedesId: second, correctionReason: 'Nog een' })
    expect(await asked()).toHaveLength(assessors.length)
    const mails = await db.mail.count({
      where: { kind: 'panel-invitation', subject: { contains: 'opnieuw kijken' } },
    })
    expect(mails).toBe(assessors.length)
    expect(await db.notification.count({ where: { kind: 'reconsider-asked' } })).toBe(
      assessors.length,
    )
  })

  it('is not asked for what is no change for people', async () => {
    const before = (await asked()).length
    await measure(await indicator('output'))
    expect(await asked()).toHaveLength(before)
  })

  it('answers once; the owner hears of a wish to judge anew', async () => {
    const [one, two] = await asked()
    const [first, second] = await Promise.all([
      getReconsideration(one!.id),
      getReconsideration(two!.id),
    ])
    expect(first?.scores.length).toBe(2)
    expect(await listWaitingReconsiderations(first!.assessorId)).toHaveLength(1)
    const answer = { reason: 'Het verschil is groot.', actorId: first!.assessorId }
    expect(await saveReconsideration(first!, { ...answer, answer: 'again' })).toBe(true)
    expect(await saveReconsideration(first!, { ...answer, answer: 'stands' })).toBe(false)
    expect(await listWaitingReconsiderations(first!.assessorId)).toEqual([])
    expect(
      await saveReconsideration(second!, { ...answer, answer: 'stands' }),
      'of somebody else',
    ).toBe(false)
    expect(
      await saveReconsideration(second!, {
        answer: 'stands',
        reason: 'Blijft.',
        actorId: second!.assessorId,
      }),
    ).toBe(true)
    expect(
      await db.notification.findMany({
        where: { kind: 'reconsider-wanted', userId: ownerId },
        select: { note: true },
      }),
    ).toEqual([{ note: 'Het verschil is groot.' }])
    expect(await countReconsiderations(initiativeId)).toEqual({
      asked: assessors.length,
      stands: 1,
      again: 1,
    })
  })

  it('leaves no count while a round is open, which would tell who handed in', async () => {
    const closed = await db.assessmentRound.findFirstOrThrow({
      where: { initiativeId },
      select: { revisionId: true, number: true },
      orderBy: { number: 'desc' },
    })
    await db.assessmentRound.create({
      data: {
        initiativeId,
        revisionId: closed.revisionId,
        number: closed.number + 1,
        deadline: new Date('2030-01-01'),
      },
      select: { id: true },
    })
    expect(await countReconsiderations(initiativeId)).toBeNull()
  })

  it('is forgotten with the account', async () => {
    const [, , third] = assessors
    const person = third ?? assessors[0]!
    await db.$executeRaw`SELECT forget_account(${person}::uuid)`
    expect((await asked()).some(({ assessorId }) => assessorId === person)).toBe(false)
  })
})
