import 'server-only'
import type { Vocabulary } from '@/generated/prisma/enums'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { responsibleOf, writeTradeOffs, type TradeOffInput } from './measure-parts.mutations'
import type { GoalInput, MeasureInput } from './schema'

const SLUG_ATTEMPTS = 5

/** Id of a term. INVALID for an unknown one, which no form offers. */
export async function termId(
  tx: Transaction,
  vocabulary: Vocabulary,
  slug: string,
): Promise<string> {
  const term = await tx.term.findUnique({
    where: { vocabulary_slug: { vocabulary, slug } },
    select: { id: true },
  })
  if (!term) throw new AppError('INVALID', `unknown ${vocabulary} ${slug}`)
  return term.id
}

/** Throws NOT_FOUND unless all these goals belong to one of the regions. */
export async function requireGoals(
  tx: Transaction,
  goalIds: readonly string[],
  regionIds: readonly string[],
): Promise<void> {
  const found = await tx.policyGoal.count({
    where: { id: { in: [...goalIds] }, regionId: { in: [...regionIds] } },
  })
  if (found !== new Set(goalIds).size) throw new AppError('NOT_FOUND')
}

/** Throws NOT_FOUND unless all these measures belong to a goal of one of the regions. */
export async function requireMeasures(
  tx: Transaction,
  measureIds: readonly string[],
  regionIds: readonly string[],
): Promise<void> {
  const found = await tx.policyMeasure.count({
    where: { id: { in: [...measureIds] }, goal: { regionId: { in: [...regionIds] } } },
  })
  if (found !== new Set(measureIds).size) throw new AppError('NOT_FOUND')
}

/** Optimistic lock: saves when `version` still holds. Returns the new version, or 'conflict'. */
export async function saveVersion(
  version: number,
  update: (next: number) => Promise<{ count: number }>,
): Promise<number | 'conflict'> {
  const { count } = await update(version + 1)
  return count === 0 ? 'conflict' : version + 1
}

/** False after a double submission; throws NOT_FOUND when another object has the id. */
async function insertWithSlug(
  title: string,
  insert: (slug: string) => Promise<{ count: number }>,
  exists: () => Promise<boolean>,
): Promise<boolean> {
  const base = slugFromTitle(title)
  const free = Array.from({ length: SLUG_ATTEMPTS }, (_, index) =>
    index === 0 ? base : `${base}-${index + 1}`,
  )
  for (const slug of [...free, `${base}-${crypto.randomUUID().slice(0, 8)}`]) {
    if ((await insert(slug)).count === 1) return true
    if (await exists()) return false
  }
  throw new AppError('NOT_FOUND')
}

export interface SavedRow {
  id: string
  version: number
}

/** `initiativeId` links a new one to the initiative it was written for. */
export type OptionalInitiative<Input extends { initiativeId: string }> = Omit<
  Input,
  'initiativeId'
> & {
  initiativeId?: string
}

function goalData(goal: OptionalInitiative<GoalInput> & { parentId?: string | null }) {
  return {
    ...(goal.parentId !== undefined && { parentId: goal.parentId }),
    title: goal.goalTitle,
    description: goal.goalDescription,
    carriedBy: goal.goalCarriedBy,
    peopleGroup: goal.goalPeopleGroup,
    peoplePlanned: goal.goalPeoplePlanned,
    peopleReached: goal.goalPeopleReached,
    sourceTitle: goal.goalSourceTitle,
    sourceRef: goal.goalSourceRef,
    sourceUrl: goal.goalSourceUrl,
    startsOn: fromCalendarDate(goal.goalStartsOn),
    endsOn: fromCalendarDate(goal.goalEndsOn),
  }
}

async function requireParent(
  tx: Transaction,
  goalId: string,
  parentId: string,
  regionId: string,
): Promise<void> {
  await requireGoals(tx, [parentId], [regionId])
  for (let at: string | null = parentId; at !== null;) {
    if (at === goalId) throw new AppError('INVALID')
    const above: { parentId: string | null } | null = await tx.policyGoal.findUnique({
      where: { id: at },
      select: { parentId: true },
    })
    at = above?.parentId ?? null
  }
}

/** Saves a goal, or 'conflict'. `organisationId` owns a new one. */
export async function saveGoal(input: {
  goal: OptionalInitiative<GoalInput> & { parentId?: string | null }
  organisationId: string | null
  actorId: string
}): Promise<SavedRow | 'conflict'> {
  const { goal, organisationId, actorId } = input
  const { goalId: id, version, initiativeId } = goal
  return db.$transaction(async (tx) => {
    if (goal.parentId) await requireParent(tx, id, goal.parentId, goal.goalRegionId)
    if (version !== undefined) {
      const saved = await saveVersion(version, (next) =>
        tx.policyGoal.updateMany({
          where: { id, version },
          data: { ...goalData(goal), version: next },
        }),
      )
      if (saved === 'conflict') return saved
      await saveAuditEvent(tx, {
        actorId,
        action: 'goal.save',
        objectType: 'goal',
        objectId: id,
        detail: { version: saved },
      })
      return { id, version: saved }
    }
    const { _max } = await tx.policyGoal.aggregate({
      where: { regionId: goal.goalRegionId },
      _max: { position: true },
    })
    const row = {
      ...goalData(goal),
      id,
      regionId: goal.goalRegionId,
      organisationId,
      position: (_max.position ?? 0) + 1,
    }
    const created = await insertWithSlug(
      goal.goalTitle,
      (slug) => tx.policyGoal.createMany({ data: { ...row, slug }, skipDuplicates: true }),
      async () => (await tx.policyGoal.count({ where: { id, regionId: goal.goalRegionId } })) > 0,
    )
    if (!created) return { id, version: 1 }
    if (initiativeId !== undefined)
      await tx.initiativeGoal.createMany({
        data: { initiativeId, goalId: id },
        skipDuplicates: true,
      })
    await saveAuditEvent(tx, {
      actorId,
      action: 'goal.create',
      objectType: 'goal',
      objectId: id,
      detail: { initiativeId: initiativeId ?? null, regionId: goal.goalRegionId },
    })
    return { id, version: 1 }
  })
}

async function measureData(tx: Transaction, measure: OptionalInitiative<MeasureInput>) {
  const { measureInstrument, measureResponsible } = measure
  const instrumentTypeId =
    measureInstrument === null
      ? null
      : await termId(tx, 'policy_instrument_type', measureInstrument)
  return {
    title: measure.measureTitle,
    description: measure.measureDescription,
    peopleGroup: measure.measurePeopleGroup,
    peoplePlanned: measure.measurePeoplePlanned,
    peopleReached: measure.measurePeopleReached,
    instrumentTypeId,
    ...(await responsibleOf(tx, measureResponsible)),
    sourceTitle: measure.measureSourceTitle,
    sourceRef: measure.measureSourceRef,
    startsOn: fromCalendarDate(measure.measureStartsOn),
    endsOn: fromCalendarDate(measure.measureEndsOn),
  }
}

/**
 * Saves a measure with its trade-offs when the form holds them, or 'conflict'.
 * Throws INVALID for an unknown instrument type.
 */
export async function saveMeasure(input: {
  measure: OptionalInitiative<MeasureInput> & { tradeOffs?: readonly TradeOffInput[] }
  actorId: string
}): Promise<SavedRow | 'conflict'> {
  const { measure, actorId } = input
  const { measureId: id, version, initiativeId, measureGoalId: goalId } = measure
  return db.$transaction(async (tx) => {
    const data = await measureData(tx, measure)
    if (version !== undefined) {
      const saved = await saveVersion(version, (next) =>
        tx.policyMeasure.updateMany({
          where: { id, version, goalId },
          data: { ...data, version: next },
        }),
      )
      if (saved === 'conflict') return saved
      await writeTradeOffs(tx, id, measure.tradeOffs)
      await saveAuditEvent(tx, {
        actorId,
        action: 'measure.save',
        objectType: 'measure',
        objectId: id,
        detail: { version: saved },
      })
      return { id, version: saved }
    }
    const { _max } = await tx.policyMeasure.aggregate({
      where: { goalId },
      _max: { position: true },
    })
    const created = await insertWithSlug(
      measure.measureTitle,
      (slug) =>
        tx.policyMeasure.createMany({
          data: { ...data, id, goalId, slug, position: (_max.position ?? 0) + 1 },
          skipDuplicates: true,
        }),
      async () => (await tx.policyMeasure.count({ where: { id, goalId } })) > 0,
    )
    if (!created) return { id, version: 1 }
    await writeTradeOffs(tx, id, measure.tradeOffs)
    if (initiativeId !== undefined)
      await tx.initiativeMeasure.createMany({
        data: { initiativeId, measureId: id },
        skipDuplicates: true,
      })
    await saveAuditEvent(tx, {
      actorId,
      action: 'measure.create',
      objectType: 'measure',
      objectId: id,
      detail: { initiativeId: initiativeId ?? null, goalId },
    })
    return { id, version: 1 }
  })
}
