import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listFamilyMembers } = await import('./data')
const { isShared, poolOutcomes, studiesOf } = await import('./rules')
const { saveIndicator, saveMeasurement } = await import('@/lib/judgement/measurements/mutations')
const { indicatorSchema, measurementSchema } = await import('@/lib/judgement/measurements/schema')
const { openPools } = await import('./open-data.rules')
const { openPoolsSchema } = await import('./schema')

const ROOT = 'rangeerterrein'
let actorId: string
let rootId: string
let groupId: string

async function initiative(slug: string, organisation: string): Promise<string> {
  const { id: organisationId } = await db.organisation.findUniqueOrThrow({
    where: { slug: organisation },
    select: { id: true },
  })
  const { id } = await db.initiative.create({
    data: { slug, organisationId },
    select: { id: true },
  })
  const { id: publishedRevisionId } = await db.initiativeRevision.create({
    data: {
      initiativeId: id,
      number: 1,
      status: 'published',
      title: `Overname ${slug}`,
      publishedAt: new Date(),
    },
    select: { id: true },
  })
  await db.initiative.update({ where: { id }, data: { publishedRevisionId }, select: { id: true } })
  return id
}

async function adopt(parentId: string, slug: string, organisation: string): Promise<string> {
  const id = await initiative(slug, organisation)
  const { organisationId } = await db.initiative.findUniqueOrThrow({
    where: { id },
    select: { organisationId: true },
  })
  await db.adoption.deleteMany({ where: { initiativeId: parentId, organisationId } })
  const adoption = await db.adoption.create({
    data: {
      initiativeId: parentId,
      organisationId,
      goal: 'Ook zo',
      targetGroupId: groupId,
    },
    select: { id: true },
  })
  await db.adoption.update({
    where: { id: adoption.id },
    data: { status: 'preparing', ownInitiativeId: id },
    select: { id: true },
  })
  return id
}

async function measure(initiativeId: string, numerator: string, comparisonNumerator: string) {
  const indicatorId = randomUUID()
  const indicator = indicatorSchema.parse({
    initiativeId,
    indicatorId,
    indicatorLabel: 'Aan het werk',
    unit: 'deelnemers',
    resultType: 'outcome',
    outcome: 'duurzaam-betaald-werk',
  })
  expect(await saveIndicator({ indicator, actorId })).toBe('saved')
  await saveMeasurement({
    measurement: measurementSchema('2026-11-24').parse({
      initiativeId,
      measurementId: randomUUID(),
      measuredIndicatorId: indicatorId,
      measuredOn: '2026-10-01',
      numerator,
      n: '200',
      design: 'comparison',
      comparisonDescription: 'Mensen op de wachtlijst',
      comparisonNumerator,
      comparisonN: '200',
      measurementSource: 'Telling',
    }),
    actorId,
  })
}

const pools = async (id = rootId) =>
  poolOutcomes(studiesOf(await listFamilyMembers(id))).filter(isShared)

async function close(id: string, kind: 'archived' | 'withdrawn') {
  const { publishedRevisionId } = await db.initiative.findUniqueOrThrow({
    where: { id },
    select: { publishedRevisionId: true },
  })
  await db.initiative.update({
    where: { id },
    data: { publishedRevisionId: null },
    select: { id: true },
  })
  await db.initiativeClosure.create({
    data: { initiativeId: id, kind, revisionId: publishedRevisionId!, reason: 'Gestopt.' },
    select: { initiativeId: true },
  })
}

const children: string[] = []

beforeAll(async () => {
  actorId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.noord@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
  const find = await db.initiative.findUniqueOrThrow({
    where: { slug: ROOT },
    select: { id: true },
  })
  rootId = find.id
  groupId = (
    await db.term.findUniqueOrThrow({
      where: { vocabulary_slug: { vocabulary: 'target_group', slug: 'statushouders' } },
      select: { id: true },
    })
  ).id
  children.push(await adopt(rootId, 'overname-zeeland', 'secretariaat-ser-zeeland'))
  children.push(
    await adopt(children[0] ?? '', 'overname-noord', 'secretariaat-ser-noord-nederland'),
  )
  await measure(rootId, '120', '80')
  await measure(children[0] ?? '', '110', '90')
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('the outcomes of a family', () => {
  it('stand beside each other while there are two, seen from either', async () => {
    for (const id of [rootId, children[0] ?? '']) {
      const [only] = await pools(id)
      expect(only?.outcome.slug).toBe('duurzaam-betaald-werk')
      expect(only?.pools).toHaveLength(1)
      expect(only?.pools[0]).toMatchObject({ result: null, horizon: 'twelve_months' })
      expect(only?.pools[0]?.lines.map(({ study }) => study.member.slug)).toEqual([
        ROOT,
        'overname-zeeland',
      ])
    }
  })

  it('are taken together from three on, a harm as well', async () => {
    await measure(children[1] ?? '', '70', '130')
    const [only] = await pools()
    expect(only?.pools[0]?.lines).toHaveLength(3)
    expect(only?.pools[0]?.result).not.toBeNull()
    expect(only?.pools[0]?.direction).toBe('mixed')
    const [open] = openPoolsSchema.parse(openPools(await pools(), 'https://voorbeeld.nl'))
    expect(open?.groepen[0]).toMatchObject({
      richting: 'wisselend',
      opzet: 'vergelijking',
      termijn: '12-maanden',
      maat: 'verschil',
      nodig: 3,
    })
    expect(open?.groepen[0]?.samen?.interval95.laag).toBeLessThan(0)
  })

  it('keep what was archived, and let go of what was withdrawn', async () => {
    const [, harmful = ''] = children
    await close(harmful, 'archived')
    expect((await pools())[0]?.pools[0]?.lines).toHaveLength(3)
    await db.initiativeClosure.update({
      where: { initiativeId: harmful },
      data: { kind: 'withdrawn' },
      select: { initiativeId: true },
    })
    expect((await pools())[0]?.pools[0]?.lines).toHaveLength(2)
  })
})

describe('the database', () => {
  it('refuses an outcome of another vocabulary, or under a result that is no change for people', async () => {
    const term = async (vocabulary: 'outcome' | 'result_type' | 'sector', slug: string) =>
      (
        await db.term.findUniqueOrThrow({
          where: { vocabulary_slug: { vocabulary, slug } },
          select: { id: true },
        })
      ).id
    const row = { initiativeId: rootId, position: 90, label: 'Werk', unit: 'mensen' }
    const [work, zorg, outcome, output] = await Promise.all([
      term('outcome', 'betaald-werk'),
      term('sector', 'zorg'),
      term('result_type', 'outcome'),
      term('result_type', 'output'),
    ])
    for (const data of [
      { ...row, outcomeId: zorg, resultTypeId: outcome },
      { ...row, outcomeId: work, resultTypeId: output },
    ])
      await expect(db.initiativeIndicator.create({ data, select: { id: true } })).rejects.toThrow(
        /a change for people/,
      )
  })
})
