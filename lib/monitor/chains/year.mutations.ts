import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { copyable } from './data'
import { lockGoals, newSlug } from './mutations'

/** With the values that are known: the new year adds to them. */
const INDICATORS = {
  select: {
    id: true,
    label: true,
    unit: true,
    lowerIsBetter: true,
    baselineValue: true,
    baselineYear: true,
    targetValue: true,
    targetYear: true,
    sourceTitle: true,
    position: true,
    values: { select: { year: true, value: true }, orderBy: { year: 'asc' }, take: 120 },
  },
  orderBy: { id: 'asc' },
  take: 200,
} satisfies Prisma.PolicyGoal$indicatorsArgs

const COPIED = {
  id: true,
  parentId: true,
  organisationId: true,
  title: true,
  description: true,
  sourceTitle: true,
  sourceRef: true,
  sourceUrl: true,
  position: true,
  isExample: true,
  carriedBy: true,
  peopleGroup: true,
  indicators: INDICATORS,
  initiatives: { select: { initiativeId: true, note: true } },
  measures: {
    select: {
      id: true,
      instrumentTypeId: true,
      responsibleId: true,
      responsibleName: true,
      title: true,
      description: true,
      sourceTitle: true,
      sourceRef: true,
      position: true,
      peopleGroup: true,
      indicators: INDICATORS,
      initiatives: { select: { initiativeId: true, note: true } },
    },
  },
} satisfies Prisma.PolicyGoalSelect

type CopiedGoal = Prisma.PolicyGoalGetPayload<{ select: typeof COPIED }>

interface Period {
  startsOn: Date
  endsOn: Date
}

const wholeYear = (year: number): Period => ({
  startsOn: new Date(Date.UTC(year, 0, 1)),
  endsOn: new Date(Date.UTC(year, 11, 31)),
})

const copyIndicators = (indicators: CopiedGoal['indicators']) => ({
  create: indicators.map(({ id: originId, values, ...row }) => ({
    ...row,
    originId,
    values: { create: values },
  })),
})

async function copyGoal(
  tx: Transaction,
  { id: originId, initiatives, indicators, measures, ...goal }: CopiedGoal,
  own: Period & { regionId: string },
): Promise<string> {
  const { regionId, ...period } = own
  const { id } = await tx.policyGoal.create({
    data: {
      ...goal,
      ...period,
      parentId: null,
      regionId,
      originId,
      slug: newSlug(goal.title),
      initiatives: { create: initiatives },
      indicators: copyIndicators(indicators),
    },
    select: { id: true },
  })
  for (const { id: measureId, initiatives: carriers, indicators: judged, ...measure } of measures) {
    await tx.policyMeasure.create({
      data: {
        ...measure,
        ...period,
        goalId: id,
        originId: measureId,
        slug: newSlug(measure.title),
        initiatives: { create: carriers },
        indicators: copyIndicators(judged),
      },
      select: { id: true },
    })
  }
  return id
}

/** Copies the goals that ended last year into `year` with their measures and links. Idempotent. */
export async function copyYear(input: {
  regionId: string
  year: number
  actorId: string
}): Promise<number> {
  const { regionId, year, actorId } = input
  return db.$transaction(
    async (tx) => {
      await lockGoals(tx, regionId)
      const goals = await tx.policyGoal.findMany({
        where: copyable(regionId, year),
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        take: 500,
        select: COPIED,
      })
      const copies = new Map<string, string>()
      for (const goal of goals)
        copies.set(goal.id, await copyGoal(tx, goal, { regionId, ...wholeYear(year) }))
      for (const { id, parentId } of goals) {
        const parent = copies.get(parentId ?? '')
        if (parent !== undefined)
          await tx.policyGoal.updateMany({
            where: { id: copies.get(id) ?? '' },
            data: { parentId: parent },
          })
      }
      if (goals.length > 0)
        await saveAuditEvent(tx, {
          actorId,
          action: 'goals.copy',
          objectType: 'region',
          objectId: regionId,
          detail: { year, goals: goals.length },
        })
      return goals.length
    },
    { timeout: 30_000 },
  )
}
