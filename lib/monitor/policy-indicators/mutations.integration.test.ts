import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { PolicyIndicatorInput } from './schema'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { removePart } = await import('@/lib/monitor/chains/mutations')
const { copyYear } = await import('@/lib/monitor/chains/year.mutations')
const { getPolicyIndicator, listPolicyIndicators } = await import('./data')
const { savePolicyIndicator } = await import('./mutations')

let regionId: string
let otherRegionId: string
let goalId: string
let actorId: string

beforeAll(async () => {
  const [region, other] = await db.region.findMany({
    where: { type: 'labour_market' },
    select: { id: true },
    orderBy: { code: 'asc' },
    take: 2,
  })
  regionId = region!.id
  otherRegionId = other!.id
  const user = await db.user.create({ data: { email: 'indicator@example.org', name: 'Indicator' } })
  actorId = user.id
  const goal = await db.policyGoal.create({
    data: {
      slug: 'meer-werk-gemeten',
      title: 'Meer werk',
      regionId,
      startsOn: new Date('2026-01-01'),
      endsOn: new Date('2026-12-31'),
    },
  })
  goalId = goal.id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const indicator = (over: Partial<PolicyIndicatorInput> = {}) => ({
  regionId,
  indicatorId: randomUUID(),
  version: undefined,
  indicatorOf: `goal ${goalId}`,
  indicatorLabel: 'Aandeel met werk',
  indicatorUnit: 'percent' as const,
  lowerIsBetter: false,
  baselineValue: 40,
  baselineYear: 2025,
  targetValue: 60,
  targetYear: 2028,
  indicatorSource: null,
  values: [{ year: 2026, value: 42.5 }],
  actorId,
  ...over,
})

describe('an indicator of a goal', () => {
  it('is saved once, changed by who read it last, and told to the other', async () => {
    const first = indicator()
    await savePolicyIndicator(first)
    await savePolicyIndicator(first)
    expect(await db.policyIndicator.count({ where: { goalId } })).toBe(1)
    const change = { ...first, version: 1, values: [{ year: 2027, value: 50 }] }
    expect(await savePolicyIndicator(change)).toBeNull()
    expect(await savePolicyIndicator({ ...change, indicatorLabel: 'Te laat' })).toBe('conflict')
    const stored = await getPolicyIndicator(first.indicatorId)
    expect(stored?.indicator).toMatchObject({
      label: 'Aandeel met werk',
      baseline: { year: 2025, value: 40 },
      target: { year: 2028, value: 60 },
      values: [{ year: 2027, value: 50 }],
      version: 2,
    })
  })

  it('belongs to the region whose goal it judges', async () => {
    const elsewhere = indicator({ regionId: otherRegionId })
    await expect(savePolicyIndicator(elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const own = indicator()
    await savePolicyIndicator(own)
    const id = own.indicatorId
    const theirs = { regionId: otherRegionId, kind: 'indicator' as const, id, version: 1, actorId }
    expect(await removePart(theirs)).toBe('conflict')
    expect(await removePart({ ...theirs, regionId })).toBeNull()
    expect(await getPolicyIndicator(id)).toBeNull()
  })

  it.each([
    ['two holders', { goal_id: 'g', measure_id: 'm' }],
    ['a target before its baseline', { target_year: 2024 }],
    ['a percentage above 100', { target_value: 101 }],
  ])('cannot have %s, by whatever route', async (_name, over) => {
    const measure = await db.policyMeasure.create({
      data: { slug: randomUUID(), title: 'M', goalId },
    })
    const row: Record<string, unknown> = {
      id: randomUUID(),
      goal_id: goalId,
      measure_id: null,
      label: 'X',
      unit: 'percent',
      baseline_value: 40,
      baseline_year: 2025,
      target_value: 60,
      target_year: 2028,
      ...over,
    }
    if (row.measure_id !== null) Object.assign(row, { goal_id: goalId, measure_id: measure.id })
    await expect(
      db.$executeRaw`
        INSERT INTO policy_indicator (
          id, goal_id, measure_id, label, unit, baseline_value, baseline_year, target_value, target_year
        )
        SELECT id, goal_id, measure_id, label, unit, baseline_value, baseline_year, target_value, target_year
        FROM jsonb_populate_record(NULL::policy_indicator, ${JSON.stringify(row)}::jsonb)`,
    ).rejects.toThrow(/check/)
    await db.policyMeasure.delete({ where: { id: measure.id } })
  })

  it('goes to the next year with its goal, with what is known', async () => {
    expect(await copyYear({ regionId, year: 2027, actorId })).toBe(1)
    const copy = await db.policyGoal.findFirstOrThrow({ where: { originId: goalId } })
    const [copied] = await listPolicyIndicators({ goalIds: [copy.id], measureIds: [] })
    expect(copied).toMatchObject({
      label: 'Aandeel met werk',
      values: [{ year: 2027, value: 50 }],
      target: { year: 2028, value: 60 },
    })
  })

  it('keeps a goal from being removed as if it were empty', async () => {
    const { version } = await db.policyGoal.findUniqueOrThrow({ where: { id: goalId } })
    await expect(
      removePart({ regionId, kind: 'goal', id: goalId, version, actorId }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
})
