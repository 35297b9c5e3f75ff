import { z } from 'zod'
import type { Transaction } from '@/lib/base/db/db'
import { known, type LoadResult } from './plan'
import { readReference, REPORT_TITLE } from './reference'

const POLICY_SECTION = '4.1'

const policiesFile = z.object({
  goals: z.array(
    z.object({
      slug: z.string(),
      region: z.string(),
      title: z.string(),
      description: z.string(),
      measures: z.array(
        z.object({
          slug: z.string(),
          title: z.string(),
          description: z.string(),
          instrumentType: z.string().nullable(),
          responsibleName: z.string().nullable(),
        }),
      ),
    }),
  ),
  initiativeGoals: z.array(
    z.object({ initiative: z.string(), goal: z.string(), note: z.string() }),
  ),
  initiativeMeasures: z.array(
    z.object({ initiative: z.string(), measure: z.string(), note: z.string() }),
  ),
})

export const readPolicies = () => readReference('reference/policies.json', policiesFile)

interface Context {
  regions: ReadonlyMap<string, string>
  terms: ReadonlyMap<string, string>
}

/** What exists is left as it is, because the regions edit their own policy. */
export async function loadPolicies(
  tx: Transaction,
  { regions, terms }: Context,
): Promise<LoadResult> {
  const { goals } = readPolicies()
  const secretariats = new Map(
    (
      await tx.organisation.findMany({
        where: { kind: 'ser_secretariat', regionId: { not: null } },
        select: { id: true, regionId: true },
      })
    ).map((row) => [row.regionId ?? '', row.id]),
  )
  const source = { sourceTitle: REPORT_TITLE, sourceRef: POLICY_SECTION }
  const storedGoals = new Set(
    (await tx.policyGoal.findMany({ select: { slug: true } })).map((row) => row.slug),
  )
  const newGoals = goals.flatMap(({ slug, region, title, description }, index) => {
    if (storedGoals.has(slug)) return []
    const regionId = known(regions, region, 'region')
    return [
      {
        slug,
        title,
        description,
        regionId,
        organisationId: secretariats.get(regionId),
        position: index + 1,
        ...source,
      },
    ]
  })
  await tx.policyGoal.createMany({ data: newGoals })

  const goalIds = new Map(
    (await tx.policyGoal.findMany({ select: { id: true, slug: true } })).map((row) => [
      row.slug,
      row.id,
    ]),
  )
  const storedMeasures = new Set(
    (await tx.policyMeasure.findMany({ select: { slug: true } })).map((row) => row.slug),
  )
  const newMeasures = goals.flatMap((goal) =>
    goal.measures
      .map(({ instrumentType, ...measure }, index) => ({
        ...measure,
        ...source,
        goalId: known(goalIds, goal.slug, 'goal'),
        instrumentTypeId: instrumentType
          ? known(terms, `policy_instrument_type ${instrumentType}`, 'term')
          : null,
        position: index + 1,
      }))
      .filter((measure) => !storedMeasures.has(measure.slug)),
  )
  await tx.policyMeasure.createMany({ data: newMeasures })
  return { created: newGoals.length + newMeasures.length, updated: 0 }
}

export async function linkPolicies(
  tx: Transaction,
  initiatives: ReadonlyMap<string, string>,
): Promise<void> {
  const file = readPolicies()
  const goals = new Map(
    (await tx.policyGoal.findMany({ select: { id: true, slug: true } })).map((row) => [
      row.slug,
      row.id,
    ]),
  )
  const measures = new Map(
    (await tx.policyMeasure.findMany({ select: { id: true, slug: true } })).map((row) => [
      row.slug,
      row.id,
    ]),
  )
  await tx.initiativeGoal.createMany({
    data: file.initiativeGoals.flatMap(({ initiative, goal, note }) => {
      const initiativeId = initiatives.get(initiative)
      return initiativeId ? [{ initiativeId, goalId: known(goals, goal, 'goal'), note }] : []
    }),
    skipDuplicates: true,
  })
  await tx.initiativeMeasure.createMany({
    data: file.initiativeMeasures.flatMap(({ initiative, measure, note }) => {
      const initiativeId = initiatives.get(initiative)
      return initiativeId
        ? [{ initiativeId, measureId: known(measures, measure, 'measure'), note }]
        : []
    }),
    skipDuplicates: true,
  })
}
