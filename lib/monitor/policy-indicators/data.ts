import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import type { PolicyIndicatorView, YearValue } from './types'

const LIMIT = 2_000

const COLUMNS = {
  id: true,
  goalId: true,
  measureId: true,
  label: true,
  unit: true,
  lowerIsBetter: true,
  baselineValue: true,
  baselineYear: true,
  targetValue: true,
  targetYear: true,
  sourceTitle: true,
  version: true,
  values: { select: { year: true, value: true }, orderBy: { year: 'asc' }, take: 120 },
} satisfies Prisma.PolicyIndicatorSelect

type Row = Prisma.PolicyIndicatorGetPayload<{ select: typeof COLUMNS }>

function pair(value: Prisma.Decimal | null, year: number | null): YearValue | null {
  return value === null || year === null ? null : { value: value.toNumber(), year }
}

function toView(row: Row): PolicyIndicatorView {
  const { baselineValue, baselineYear, targetValue, targetYear, values, ...rest } = row
  return {
    ...rest,
    baseline: pair(baselineValue, baselineYear),
    target: pair(targetValue, targetYear),
    values: values.map(({ year, value }) => ({ year, value: value.toNumber() })),
  }
}

/** The indicators of these goals and measures, in the order of the region. */
export async function listPolicyIndicators(
  of: { goalIds: readonly string[]; measureIds: readonly string[] },
  client: Transaction = db,
): Promise<PolicyIndicatorView[]> {
  const rows = await client.policyIndicator.findMany({
    where: {
      OR: [{ goalId: { in: [...of.goalIds] } }, { measureId: { in: [...of.measureIds] } }],
    },
    select: COLUMNS,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: LIMIT,
  })
  return rows.map(toView)
}

/** One indicator with the region whose goal or measure it judges; null for an unknown one. */
export async function getPolicyIndicator(
  id: string,
  client: Transaction = db,
): Promise<{ indicator: PolicyIndicatorView; regionId: string } | null> {
  const row = await client.policyIndicator.findUnique({
    where: { id },
    select: {
      ...COLUMNS,
      goal: { select: { regionId: true } },
      measure: { select: { goal: { select: { regionId: true } } } },
    },
  })
  if (!row) return null
  const { goal, measure, ...rest } = row
  const regionId = goal?.regionId ?? measure?.goal.regionId
  return regionId === undefined ? null : { indicator: toView(rest), regionId }
}
