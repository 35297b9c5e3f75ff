import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Vocabulary } from '@/generated/prisma/enums'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { fromCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { refreshSearch } from '@/lib/knowledge/search/mutations'
import type {
  ConsequencesInput,
  FundingInput,
  GoalInput,
  MeasureInput,
  PairingInput,
} from './schema'

const SLUG_ATTEMPTS = 5

/** Id of a word of a vocabulary. INVALID when the word does not exist: the form offered other ones. */
async function termId(tx: Transaction, vocabulary: Vocabulary, slug: string): Promise<string> {
  const term = await tx.term.findUnique({
    where: { vocabulary_slug: { vocabulary, slug } },
    select: { id: true },
  })
  if (!term) throw new AppError('INVALID', `unknown ${vocabulary} ${slug}`)
  return term.id
}

/** NOT_FOUND unless all these goals belong to one of the regions. */
async function requireGoals(
  tx: Transaction,
  goalIds: readonly string[],
  regionIds: readonly string[],
): Promise<void> {
  const found = await tx.policyGoal.count({
    where: { id: { in: [...goalIds] }, regionId: { in: [...regionIds] } },
  })
  if (found !== new Set(goalIds).size) throw new AppError('NOT_FOUND')
}

/** NOT_FOUND unless all these measures stand under a goal of one of the regions. */
async function requireMeasures(
  tx: Transaction,
  measureIds: readonly string[],
  regionIds: readonly string[],
): Promise<void> {
  const found = await tx.policyMeasure.count({
    where: { id: { in: [...measureIds] }, goal: { regionId: { in: [...regionIds] } } },
  })
  if (found !== new Set(measureIds).size) throw new AppError('NOT_FOUND')
}

type LinkRow = PairingInput['goals'][number]

/** What a row asks to change, compared with what its editor saw; a row left alone asks nothing. */
function changesOf(rows: readonly LinkRow[]) {
  return {
    added: rows.filter((row) => row.linked && !row.was),
    removed: rows.filter((row) => !row.linked && row.was),
    renoted: rows.filter((row) => row.linked && row.was && row.note !== row.wasNote),
  }
}

/** Notes of links that someone else changed since the form was opened, by id of the goal or measure. */
export type NoteConflicts = Map<string, string | null>

/** A note to save is in conflict when the stored one is neither what its editor saw nor what they wrote. */
function conflictsOf(
  rows: readonly LinkRow[],
  stored: ReadonlyMap<string, string | null>,
): NoteConflicts {
  const conflicts: NoteConflicts = new Map()
  for (const row of rows) {
    const note = stored.get(row.id)
    if (note !== undefined && note !== row.wasNote && note !== row.note) conflicts.set(row.id, note)
  }
  return conflicts
}

async function findNoteConflicts(
  tx: Transaction,
  initiativeId: string,
  goals: readonly LinkRow[],
  measures: readonly LinkRow[],
): Promise<NoteConflicts> {
  const goalLinks = await tx.initiativeGoal.findMany({
    where: { initiativeId, goalId: { in: goals.map((row) => row.id) } },
    select: { goalId: true, note: true },
    orderBy: { goalId: 'asc' },
    take: 300,
  })
  const measureLinks = await tx.initiativeMeasure.findMany({
    where: { initiativeId, measureId: { in: measures.map((row) => row.id) } },
    select: { measureId: true, note: true },
    orderBy: { measureId: 'asc' },
    take: 300,
  })
  return new Map([
    ...conflictsOf(goals, new Map(goalLinks.map((link) => [link.goalId, link.note]))),
    ...conflictsOf(measures, new Map(measureLinks.map((link) => [link.measureId, link.note]))),
  ])
}

async function applyGoals(
  tx: Transaction,
  initiativeId: string,
  { added, removed, renoted }: ReturnType<typeof changesOf>,
): Promise<void> {
  await tx.initiativeGoal.createMany({
    data: added.map(({ id, note }) => ({ initiativeId, goalId: id, note })),
    skipDuplicates: true,
  })
  await tx.initiativeGoal.deleteMany({
    where: { initiativeId, goalId: { in: removed.map((row) => row.id) } },
  })
  for (const { id, note } of renoted)
    await tx.initiativeGoal.updateMany({ where: { initiativeId, goalId: id }, data: { note } })
}

async function applyMeasures(
  tx: Transaction,
  initiativeId: string,
  { added, removed, renoted }: ReturnType<typeof changesOf>,
): Promise<void> {
  await tx.initiativeMeasure.createMany({
    data: added.map(({ id, note }) => ({ initiativeId, measureId: id, note })),
    skipDuplicates: true,
  })
  await tx.initiativeMeasure.deleteMany({
    where: { initiativeId, measureId: { in: removed.map((row) => row.id) } },
  })
  for (const { id, note } of renoted)
    await tx.initiativeMeasure.updateMany({
      where: { initiativeId, measureId: id },
      data: { note },
    })
}

/**
 * Links the initiative to goals and measures, or takes links away. Only what the editor changed is written, so two
 * editors who tick different goals both get their way; a note that someone else changed meanwhile is a conflict.
 * Throws NOT_FOUND, with nothing changed, when a goal or measure lies outside `regionIds`.
 */
export async function savePairing(input: {
  pairing: PairingInput
  regionIds: readonly string[]
  actorId: string
}): Promise<NoteConflicts | null> {
  const { pairing, regionIds, actorId } = input
  const { initiativeId } = pairing
  const goals = changesOf(pairing.goals)
  const measures = changesOf(pairing.measures)
  return db.$transaction(async (tx) => {
    await requireGoals(
      tx,
      [...goals.added, ...goals.renoted].map((row) => row.id),
      regionIds,
    )
    await requireMeasures(
      tx,
      [...measures.added, ...measures.renoted].map((row) => row.id),
      regionIds,
    )
    const conflicts = await findNoteConflicts(tx, initiativeId, goals.renoted, measures.renoted)
    if (conflicts.size > 0) return conflicts
    await applyGoals(tx, initiativeId, goals)
    await applyMeasures(tx, initiativeId, measures)
    const ids = (rows: readonly LinkRow[]) => rows.map((row) => row.id)
    await saveAuditEvent(tx, {
      actorId,
      action: 'policy.pair',
      objectType: 'initiative',
      objectId: initiativeId,
      detail: {
        goalsAdded: ids(goals.added),
        goalsRemoved: ids(goals.removed),
        measuresAdded: ids(measures.added),
        measuresRemoved: ids(measures.removed),
      },
    })
    return null
  })
}

/**
 * Saves an existing row when its version is still the one that was read.
 * Returns the new version, or 'conflict' when someone saved in between.
 */
async function saveVersion(
  version: number,
  update: (next: number) => Promise<{ count: number }>,
): Promise<number | 'conflict'> {
  const { count } = await update(version + 1)
  return count === 0 ? 'conflict' : version + 1
}

/**
 * Inserts a row under a readable slug that is still free. Returns false when the row is there already, after a double
 * click; throws NOT_FOUND when its id belongs to something else, so that no form reaches a row of another region.
 */
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

/** A goal, measure or stream of money written from an initiative, which it is then linked to, or from its region. */
type Loosely<Input extends { initiativeId: string }> = Omit<Input, 'initiativeId'> & {
  initiativeId?: string
}

function goalData(goal: Loosely<GoalInput> & { parentId?: string | null }) {
  return {
    ...(goal.parentId !== undefined && { parentId: goal.parentId }),
    title: goal.goalTitle,
    description: goal.goalDescription,
    sourceTitle: goal.goalSourceTitle,
    sourceRef: goal.goalSourceRef,
    sourceUrl: goal.goalSourceUrl,
    startsOn: fromCalendarDate(goal.goalStartsOn),
    endsOn: fromCalendarDate(goal.goalEndsOn),
  }
}

/** NOT_FOUND unless the parent belongs to the region; INVALID when it hangs under the goal itself. */
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

/**
 * Writes a goal of a region and, when it is new, links it to the initiative it was written for. `organisationId` says
 * whose goal a new one is. Returns 'conflict' when someone saved since `version` was read.
 */
export async function saveGoal(input: {
  goal: Loosely<GoalInput> & { parentId?: string | null }
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

async function measureData(tx: Transaction, measure: Loosely<MeasureInput>) {
  const { measureInstrument, measureResponsible } = measure
  const instrumentTypeId =
    measureInstrument === null
      ? null
      : await termId(tx, 'policy_instrument_type', measureInstrument)
  // A party that is an organisation here stays linked to it, also after it changes its name.
  const organisation =
    measureResponsible === null
      ? null
      : await tx.organisation.findFirst({
          where: { name: measureResponsible, isExample: false },
          select: { id: true },
          orderBy: { id: 'asc' },
        })
  return {
    title: measure.measureTitle,
    description: measure.measureDescription,
    instrumentTypeId,
    responsibleId: organisation?.id ?? null,
    responsibleName: organisation ? null : measureResponsible,
    sourceTitle: measure.measureSourceTitle,
    sourceRef: measure.measureSourceRef,
    startsOn: fromCalendarDate(measure.measureStartsOn),
    endsOn: fromCalendarDate(measure.measureEndsOn),
  }
}

/**
 * Writes a measure under a goal and, when it is new, links it to the initiative it was written for.
 * Returns 'conflict' when someone saved since `version` was read; throws INVALID for an unknown instrument type.
 */
export async function saveMeasure(input: {
  measure: Loosely<MeasureInput>
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

async function fundingData(tx: Transaction, funding: Loosely<FundingInput>) {
  return {
    measureId: funding.fundingMeasureId,
    typeId: await termId(tx, 'funding_type', funding.fundingType),
    provider: funding.provider,
    amountEuro: funding.amount,
    amountQualifier: funding.amount === null ? null : funding.amountQualifier,
    startsOn: fromCalendarDate(funding.fundingStartsOn),
    endsOn: fromCalendarDate(funding.fundingEndsOn),
    purpose: funding.purpose,
    alignmentId: await termId(tx, 'subsidy_alignment', funding.alignment),
    alignmentNote: funding.alignmentNote,
    afterFundingPlan: funding.afterFundingPlan,
    sourceTitle: funding.fundingSourceTitle,
    sourceUrl: funding.fundingSourceUrl,
  }
}

/**
 * Writes a stream of money to the initiative. Amounts are whole euros; null is not known. A measure it is meant for
 * must belong to one of `regionIds` (NOT_FOUND). Returns 'conflict' when someone saved since `version` was read.
 */
export async function saveFunding(input: {
  funding: Loosely<FundingInput>
  regionIds: readonly string[]
  actorId: string
}): Promise<SavedRow | 'conflict'> {
  const { funding, regionIds, actorId } = input
  const { fundingId: id, version, fundingMeasureId } = funding
  const initiativeId = funding.initiativeId ?? null
  return db.$transaction(async (tx) => {
    if (fundingMeasureId !== null) await requireMeasures(tx, [fundingMeasureId], regionIds)
    const data = await fundingData(tx, funding)
    if (version !== undefined) {
      const saved = await saveVersion(version, (next) =>
        tx.funding.updateMany({
          where: { id, initiativeId, version },
          data: { ...data, version: next },
        }),
      )
      if (saved === 'conflict') return saved
      await saveAuditEvent(tx, {
        actorId,
        action: 'funding.save',
        objectType: 'funding',
        objectId: id,
        detail: { initiativeId, version: saved },
      })
      return { id, version: saved }
    }
    const { count } = await tx.funding.createMany({
      data: { ...data, id, initiativeId },
      skipDuplicates: true,
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'funding.create',
        objectType: 'funding',
        objectId: id,
        detail: { initiativeId },
      })
    return { id, version: 1 }
  })
}

/** Removes a stream of money of this initiative. Returns 'conflict' when someone changed it since it was read. */
export async function deleteFunding(input: {
  fundingId: string
  initiativeId: string | null
  version: number
  actorId: string
}): Promise<'conflict' | null> {
  const { fundingId: id, initiativeId, version, actorId } = input
  return db.$transaction(async (tx) => {
    const { count } = await tx.funding.deleteMany({ where: { id, initiativeId, version } })
    if (count === 0) return 'conflict' as const
    await saveAuditEvent(tx, {
      actorId,
      action: 'funding.delete',
      objectType: 'funding',
      objectId: id,
      detail: { initiativeId },
    })
    return null
  })
}

export type MonitorSection = 'theory' | 'costs' | 'consequences' | 'planning'

export interface MonitorChange {
  initiativeId: string
  version: number
  section: MonitorSection
  actorId: string
}

type MonitorData = Prisma.PolicyMonitorUncheckedUpdateManyInput

async function saveMonitor(
  tx: Transaction,
  change: MonitorChange,
  data: MonitorData,
): Promise<number | 'conflict'> {
  const { initiativeId, version, section, actorId } = change
  const saved = await saveVersion(version, (next) =>
    tx.policyMonitor.updateMany({
      where: { initiativeId, version },
      data: { ...data, version: next },
    }),
  )
  if (saved === 'conflict') return saved
  await saveAuditEvent(tx, {
    actorId,
    action: 'monitor.save',
    objectType: 'initiative',
    objectId: initiativeId,
    detail: { section, version: saved },
  })
  return saved
}

/** Why it should work. A theory of change counts for the evidence level, so the search rows follow. */
export async function saveTheory(
  change: MonitorChange,
  data: Partial<
    Record<
      | 'theoryOfChange'
      | 'theoryInput'
      | 'theoryActivity'
      | 'theoryOutput'
      | 'theoryOutcome'
      | 'theoryImpact'
      | 'approachRationale'
      | 'evaluationDesign'
      | 'sideEffects',
      string | null
    >
  >,
): Promise<number | 'conflict'> {
  return db.$transaction(async (tx) => {
    const saved = await saveMonitor(tx, change, data)
    if (saved !== 'conflict') await refreshSearch(tx, [change.initiativeId])
    return saved
  })
}

/** Reach in people, costs in whole euros with what they are based on; null is not known. */
export async function saveCosts(
  change: MonitorChange,
  data: {
    reachInvited: number | null
    reachStarted: number | null
    reachFinished: number | null
    reachOutcome?: number | null
    costPerParticipantLow?: number | null
    costPerParticipantHigh?: number | null
    costPerPlacementLow?: number | null
    costPerPlacementHigh?: number | null
    costPerParticipantEuro: number | null
    costPerPlacementEuro: number | null
    costBasis: string | null
  },
): Promise<number | 'conflict'> {
  return db.$transaction((tx) => saveMonitor(tx, change, data))
}

/** The day of the next measurement, which drives reminders. */
export async function savePlanning(
  change: MonitorChange,
  nextMeasurementOn: CalendarDate | null,
): Promise<number | 'conflict'> {
  return db.$transaction((tx) =>
    saveMonitor(tx, change, { nextMeasurementOn: fromCalendarDate(nextMeasurementOn) }),
  )
}

/** What more paid work costs or brings elsewhere, in one go with the answer about displacement. Hours a week. */
export async function saveConsequences(
  change: MonitorChange,
  input: Pick<ConsequencesInput, 'displacement' | 'displacementNote' | 'tradeOffs'>,
): Promise<number | 'conflict'> {
  const { initiativeId } = change
  return db.$transaction(async (tx) => {
    const displacementId = await termId(tx, 'displacement', input.displacement)
    const saved = await saveMonitor(tx, change, {
      displacementId,
      displacementNote: input.displacementNote,
    })
    if (saved === 'conflict') return saved
    for (const { domain, effect, hours, carriedBy, source } of input.tradeOffs) {
      const row = { effect, hoursPerWeek: hours, carriedBy, sourceTitle: source }
      await tx.tradeOff.upsert({
        where: { initiativeId_domain: { initiativeId, domain } },
        create: { initiativeId, domain, ...row },
        update: row,
        select: { domain: true },
      })
    }
    return saved
  })
}
