import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'

const LIMIT = 2_000

const term = { select: { slug: true, labelNl: true, labelEn: true } }

const openIndicators = {
  select: {
    label: true,
    unit: true,
    lowerIsBetter: true,
    baselineValue: true,
    baselineYear: true,
    targetValue: true,
    targetYear: true,
    sourceTitle: true,
    values: { select: { year: true, value: true }, orderBy: { year: 'asc' }, take: 120 },
  },
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
  take: 100,
} satisfies Prisma.PolicyGoal$indicatorsArgs

/** Goals of these regions with their measures, for the open data. Largest regions first. */
export async function listOpenGoals(regionIds: readonly string[] | null) {
  return db.policyGoal.findMany({
    where: regionIds === null ? {} : { regionId: { in: [...regionIds] } },
    select: {
      slug: true,
      title: true,
      description: true,
      startsOn: true,
      endsOn: true,
      isExample: true,
      sourceTitle: true,
      sourceUrl: true,
      carriedBy: true,
      peopleGroup: true,
      peoplePlanned: true,
      peopleReached: true,
      indicators: openIndicators,
      region: { select: { code: true, slug: true, name: true } },
      parent: { select: { slug: true } },
      organisation: { select: { name: true } },
      measures: {
        select: { slug: true },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        take: LIMIT,
      },
    },
    orderBy: [{ region: { code: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
    take: LIMIT,
  })
}

/** Measures with their goals, for the open data. */
export async function listOpenMeasures(regionIds: readonly string[] | null) {
  return db.policyMeasure.findMany({
    where: regionIds === null ? {} : { goal: { regionId: { in: [...regionIds] } } },
    select: {
      slug: true,
      title: true,
      description: true,
      startsOn: true,
      endsOn: true,
      responsibleName: true,
      peopleGroup: true,
      peoplePlanned: true,
      peopleReached: true,
      indicators: openIndicators,
      tradeOffs: {
        select: { domain: true, effect: true, hoursPerWeek: true, carriedBy: true },
        orderBy: { domain: 'asc' },
        take: 4,
      },
      responsible: { select: { name: true } },
      instrumentType: term,
      goal: {
        select: {
          slug: true,
          isExample: true,
          region: { select: { code: true, slug: true, name: true } },
        },
      },
      fundings: {
        select: {
          provider: true,
          amountEuro: true,
          amountQualifier: true,
          overlap: true,
          startsOn: true,
          endsOn: true,
          type: term,
        },
        orderBy: { id: 'asc' },
        take: LIMIT,
      },
    },
    orderBy: [{ goal: { region: { code: 'asc' } } }, { position: 'asc' }, { id: 'asc' }],
    take: LIMIT,
  })
}
