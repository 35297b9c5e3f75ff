import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { sqlStateOf } = await import('@/lib/base/runtime/errors')
const { saveIndicator, saveMeasurement } = await import('./mutations')
const { getMeasurementPage, getReplyTarget } = await import('./pages.data')
const { saveMeasurementReply } = await import('./replies.mutations')
const { indicatorSchema, measurementSchema } = await import('./schema')

const SLUG = 'rangeerterrein'
let target: { initiativeId: string; organisationId: string }
let measurerId: string
let ownerId: string
let indicatorId: string

async function measure(change: Record<string, string> = {}): Promise<string> {
  const measurementId = randomUUID()
  await saveMeasurement({
    measurement: measurementSchema('2026-11-24').parse({
      initiativeId: target.initiativeId,
      measurementId,
      measuredIndicatorId: indicatorId,
      measuredOn: '2026-10-01',
      numerator: '12',
      n: '20',
      measurementSource: 'Telling',
      ...change,
    }),
    actorId: measurerId,
  })
  return measurementId
}

const reply = (measurementId: string, text: string, version = 0) =>
  saveMeasurementReply({
    ...target,
    measurementId,
    text,
    version,
    actorId: ownerId,
  })

beforeAll(async () => {
  const user = async (email: string) =>
    (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id
  const row = await db.initiative.findUniqueOrThrow({
    where: { slug: SLUG },
    select: { id: true, organisationId: true },
  })
  target = { initiativeId: row.id, organisationId: row.organisationId }
  measurerId = await user('redacteur.noord@voorbeeld.nl')
  ownerId = await user('redacteur.brabant@voorbeeld.nl')
  indicatorId = randomUUID()
  await saveIndicator({
    indicator: indicatorSchema.parse({
      initiativeId: target.initiativeId,
      indicatorId,
      indicatorLabel: 'Aan het werk',
      unit: 'deelnemers',
      resultType: 'outcome',
      outcome: 'betaald-werk',
    }),
    actorId: measurerId,
  })
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a reply of the owner', () => {
  it('is public with its date, and a changed one is a new row', async () => {
    const id = await measure()
    expect(await reply(id, 'Dit herkennen wij.')).toBe(1)
    expect(await reply(id, 'Te laat getypt.')).toBe('conflict')
    expect(await reply(id, 'Dit herkennen wij deels.', 1)).toBe(2)
    expect((await getMeasurementPage(SLUG, id))?.measurement.reply).toMatchObject({
      text: 'Dit herkennen wij deels.',
      version: 2,
    })
    expect(await db.measurementReply.count({ where: { measurementId: id } })).toBe(2)
    expect(await getReplyTarget(id)).toMatchObject({ ...target, version: 2 })
  })

  it('reaches whoever measured, and once a day', async () => {
    const id = await measure()
    await reply(id, 'Eerste.')
    await reply(id, 'Tweede.', 1)
    const told = await db.notification.findMany({
      where: { kind: 'measurement-answered', path: { endsWith: id } },
      select: { userId: true },
    })
    expect(told).toEqual([{ userId: measurerId }])
  })

  it('is refused of another organisation, and never rewritten or removed', async () => {
    const id = await measure()
    const other = await db.organisation.findFirstOrThrow({
      where: { id: { not: target.organisationId } },
      select: { id: true },
      orderBy: { slug: 'asc' },
    })
    const refused = await db.measurementReply
      .create({ data: { measurementId: id, version: 1, text: 'Ik', organisationId: other.id } })
      .catch(sqlStateOf)
    expect(refused).toBe('23514')
    await reply(id, 'Zo is het.')
    const where = { measurementId_version: { measurementId: id, version: 1 } }
    await expect(db.measurementReply.update({ where, data: { text: 'Anders' } })).rejects.toThrow(
      /keeps its rows/,
    )
    await expect(db.measurementReply.delete({ where })).rejects.toThrow(/keeps its rows/)
  })
})

describe('the address of a measurement', () => {
  it('leads on from what was corrected, with when and why, over several corrections', async () => {
    const first = await measure()
    const second = await measure({ supersedesId: first, correctionReason: 'Telfout' })
    const third = await measure({
      supersedesId: second,
      correctionReason: 'Nog een telfout',
      numerator: '11',
    })
    expect((await getMeasurementPage(SLUG, first))?.replacedBy).toMatchObject({
      id: third,
      reason: 'Telfout',
    })
    const now = await getMeasurementPage(SLUG, third)
    expect(now?.replacedBy).toBeNull()
    expect(now?.earlier.map(({ id }) => id)).toEqual([second, first])
  })

  it('is nothing under another initiative, for another id, or before publication', async () => {
    const id = await measure()
    expect(await getMeasurementPage('voorschakeltraject-zorg', id)).toBeNull()
    expect(await getMeasurementPage(SLUG, randomUUID())).toBeNull()
    expect(await getMeasurementPage(SLUG, 'x')).toBeNull()
  })

  it('stays when the initiative is archived, merged or withdrawn, and says so', async () => {
    const id = await measure()
    const { publishedRevisionId } = await db.initiative.findUniqueOrThrow({
      where: { slug: SLUG },
      select: { publishedRevisionId: true },
    })
    await db.initiative.update({
      where: { slug: SLUG },
      data: { publishedRevisionId: null },
      select: { id: true },
    })
    expect(await getMeasurementPage(SLUG, id)).toBeNull()
    await db.initiativeClosure.create({
      data: {
        initiativeId: target.initiativeId,
        kind: 'archived',
        revisionId: publishedRevisionId!,
        reason: 'Klaar.',
      },
      select: { initiativeId: true },
    })
    expect((await getMeasurementPage(SLUG, id))?.closure).toMatchObject({
      kind: 'archived',
      reason: 'Klaar.',
    })
    expect(await getReplyTarget(id)).toBeNull()
  })
})
