import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { getPolicyIndicator } from '@/lib/monitor/policy-indicators/data'
import type { PolicyUnit } from '@/lib/monitor/policy-indicators/types'
import { amountText, countText, dayText, targetText } from './cells.rules'
import type { Cells, RowKind } from './types'

const TABLES: Readonly<Record<RowKind, string>> = {
  goal: 'policy_goal',
  measure: 'policy_measure',
  funding: 'funding',
  indicator: 'policy_indicator',
}

/** A row as it is stored, in the texts that its cells show. */
export interface StoredRow {
  cells: Cells
  unit: PolicyUnit | null
  peopleGroup: number | null
  targetYear: number | null
  baselineYear: number | null
  version: number
}

const NOTHING = { unit: null, peopleGroup: null, targetYear: null, baselineYear: null }

interface Found {
  kind: RowKind
  id: string
  regionId: string
  year: number
}

const ofMeasure = {
  title: true,
  startsOn: true,
  endsOn: true,
  peopleGroup: true,
  peoplePlanned: true,
  peopleReached: true,
  version: true,
} as const

interface PeopleRow {
  title: string
  startsOn: Date | null
  endsOn: Date | null
  peopleGroup: number | null
  peoplePlanned: number | null
  peopleReached: number | null
  version: number
}

const withPeople = (row: PeopleRow, who: string | null): StoredRow => ({
  ...NOTHING,
  peopleGroup: row.peopleGroup,
  version: row.version,
  cells: {
    title: row.title,
    who: who ?? '',
    startsOn: dayText(toCalendarDate(row.startsOn)),
    endsOn: dayText(toCalendarDate(row.endsOn)),
    planned: countText(row.peoplePlanned),
    reached: countText(row.peopleReached),
  },
})

async function readGoal(tx: Transaction, { id, regionId }: Found): Promise<StoredRow | null> {
  const row = await tx.policyGoal.findFirst({
    where: { id, regionId },
    select: { ...ofMeasure, carriedBy: true },
  })
  return row && withPeople(row, row.carriedBy)
}

async function readMeasure(tx: Transaction, { id, regionId }: Found): Promise<StoredRow | null> {
  const row = await tx.policyMeasure.findFirst({
    where: { id, goal: { regionId } },
    select: { ...ofMeasure, responsibleName: true, responsible: { select: { name: true } } },
  })
  return row && withPeople(row, row.responsible?.name ?? row.responsibleName)
}

async function readFunding(tx: Transaction, { id, regionId }: Found): Promise<StoredRow | null> {
  const row = await tx.funding.findFirst({
    where: { id, initiativeId: null, measure: { goal: { regionId } } },
    select: {
      provider: true,
      amountEuro: true,
      amountQualifier: true,
      startsOn: true,
      endsOn: true,
      version: true,
    },
  })
  return (
    row && {
      ...NOTHING,
      version: row.version,
      cells: {
        title: row.provider,
        amount: amountText(row.amountEuro, row.amountQualifier),
        startsOn: dayText(toCalendarDate(row.startsOn)),
        endsOn: dayText(toCalendarDate(row.endsOn)),
      },
    }
  )
}

async function readIndicator(tx: Transaction, found: Found): Promise<StoredRow | null> {
  const stored = await getPolicyIndicator(found.id, tx)
  if (stored?.regionId !== found.regionId) return null
  const { label, unit, target, baseline, values, version } = stored.indicator
  return {
    ...NOTHING,
    unit,
    version,
    targetYear: target?.year ?? null,
    baselineYear: baseline?.year ?? null,
    cells: {
      title: label,
      target: targetText(target),
      value: countText(values.find(({ year }) => year === found.year)?.value ?? null),
    },
  }
}

const READ = {
  goal: readGoal,
  measure: readMeasure,
  funding: readFunding,
  indicator: readIndicator,
} satisfies Record<RowKind, unknown>

/** A row of the region, locked until the end of the transaction; null when it is not there. */
export async function lockRow(tx: Transaction, found: Found): Promise<StoredRow | null> {
  await tx.$queryRaw`
    SELECT id
    FROM ${Prisma.raw(TABLES[found.kind])}
    WHERE id = ${found.id}::uuid
    FOR UPDATE`
  return READ[found.kind](tx, found)
}
