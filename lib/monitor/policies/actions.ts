'use server'
import type { z } from 'zod'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  saved,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult, nestRows } from '@/lib/base/http/form-data'
import { invalidateContent } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import { getGoalRegionId, getMonitor, getMonitorTarget } from './data'
import { listGoals } from './region.data'
import { saveGoal, saveMeasure } from './mutations'
import { deleteFunding, saveFunding } from './funding.mutations'
import {
  type MonitorSection,
  saveConsequences,
  saveCosts,
  savePlanning,
  saveTheory,
} from './monitor.mutations'
import { savePairing } from './pairing.mutations'
import { canEditMonitor, canEditRegionPolicy, owningOrganisation } from './policy'
import {
  fundingSchema,
  goalSchema,
  measureSchema,
  pairingSchema,
  removeFundingSchema,
  targetSchema,
} from './schema'
import { consequencesSchema, costsSchema, planningSchema, theorySchema } from './monitor.schema'
import {
  consequencesValues,
  costsValues,
  fundingValues,
  goalValues,
  measureValues,
  planningValues,
  theoryValues,
} from './values.schema'
import type { MonitorTarget, MonitorView } from './types'

type Result = ActionResult<Saved>

interface Work<Input> {
  actor: Actor
  target: MonitorTarget
  input: Input
  values: FormValues
}

/**
 * The frame of every form here: who asks, may they change this initiative, is the form sound, do it, refresh what shows
 * it. The right is checked before the input, so that a stranger learns nothing from the messages.
 */
async function runForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  body: (work: Work<z.infer<Schema>>) => Promise<Result>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const about = targetSchema.safeParse(values)
    const target = about.success ? await getMonitorTarget(about.data.initiativeId) : null
    if (!target || !canEditMonitor(actor, target)) throw new AppError('NOT_FOUND')
    const input = schema.safeParse(nestRows({ ...values, initiativeId: target.initiativeId }))
    if (!input.success) return invalidResult(input.error, values)
    const result = await body({ actor, target, input: input.data, values })
    if (result.status === 'ok') invalidateContent()
    return result
  })
}

async function requireMonitor(target: MonitorTarget): Promise<MonitorView> {
  const monitor = await getMonitor(target.initiativeId)
  if (!monitor) throw new AppError('NOT_FOUND')
  return monitor
}

/** Links the initiative to goals and measures of its regions, with a note. */
export async function savePairingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, pairingSchema, async ({ actor, target, input, values }) => {
    const conflicts = await savePairing({
      pairing: input,
      regionIds: target.regionIds,
      actorId: actor.userId,
    })
    if (conflicts === null) return saved()
    const theirs: FormValues = {}
    for (const [list, rows] of Object.entries({ goals: input.goals, measures: input.measures })) {
      rows.forEach((row, index) => {
        if (conflicts.has(row.id)) theirs[`${list}.${index}.note`] = conflicts.get(row.id) ?? ''
      })
    }
    return conflict(values, theirs, 0)
  })
}

/** Adds or changes a goal of a region the actor writes for. */
export async function saveGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, goalSchema, async ({ actor, target, input, values }) => {
    const graph = await getRegionGraph()
    const regionId =
      input.version === undefined ? input.goalRegionId : await getGoalRegionId(input.goalId)
    if (
      regionId === null ||
      !target.regionIds.includes(regionId) ||
      !canEditRegionPolicy(actor, { regionId }, graph)
    )
      throw new AppError('NOT_FOUND')
    const result = await saveGoal({
      goal: input,
      organisationId: owningOrganisation(actor, regionId, graph),
      actorId: actor.userId,
    })
    if (result !== 'conflict') return saved()
    const theirs = (await listGoals([regionId])).find((goal) => goal.id === input.goalId)
    if (!theirs) throw new AppError('NOT_FOUND')
    return conflict(values, goalValues(theirs), theirs.version)
  })
}

/** Adds or changes a measure under a goal of a region the actor writes for. */
export async function saveMeasureAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, measureSchema, async ({ actor, target, input, values }) => {
    const regionId = await getGoalRegionId(input.measureGoalId)
    const graph = await getRegionGraph()
    if (
      regionId === null ||
      !target.regionIds.includes(regionId) ||
      !canEditRegionPolicy(actor, { regionId }, graph)
    )
      throw new AppError('NOT_FOUND')
    const result = await saveMeasure({ measure: input, actorId: actor.userId })
    if (result !== 'conflict') return saved()
    const theirs = (await listGoals([regionId]))
      .flatMap((goal) => goal.measures)
      .find((measure) => measure.id === input.measureId)
    if (!theirs) throw new AppError('NOT_FOUND')
    return conflict(values, measureValues(theirs), theirs.version)
  })
}

/** Adds or changes a stream of money to the initiative. */
export async function saveFundingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, fundingSchema, async ({ actor, target, input, values }) => {
    const result = await saveFunding({
      funding: input,
      regionIds: target.regionIds,
      actorId: actor.userId,
    })
    if (result !== 'conflict') return saved()
    const theirs = (await requireMonitor(target)).fundings.find(
      (funding) => funding.id === input.fundingId && funding.ownToInitiative,
    )
    if (!theirs) throw new AppError('NOT_FOUND')
    return conflict(values, fundingValues(theirs), theirs.version)
  })
}

/** Takes a stream of money away. Someone else's change in between stops it. */
export async function deleteFundingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, removeFundingSchema, async ({ actor, target, input, values }) => {
    const result = await deleteFunding({
      fundingId: input.fundingId,
      initiativeId: target.initiativeId,
      version: input.version,
      actorId: actor.userId,
    })
    return result === 'conflict' ? savedElsewhere(values) : saved()
  })
}

/** Answers one form of the monitor: saved, or both texts when someone else was first. */
async function answer(
  work: Work<unknown>,
  result: number | 'conflict',
  valuesOf: (monitor: MonitorView) => FormValues,
): Promise<Result> {
  if (result !== 'conflict') return saved()
  const monitor = await requireMonitor(work.target)
  return conflict(work.values, valuesOf(monitor), monitor.version)
}

const changeOf = (
  { actor, target, input }: Work<{ version: number }>,
  section: MonitorSection,
) => ({
  initiativeId: target.initiativeId,
  version: input.version,
  section,
  actorId: actor.userId,
})

/** Saves why the initiative should work. */
export async function saveTheoryAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, theorySchema, async (work) => {
    const {
      theoryOfChange,
      theoryInput,
      theoryActivity,
      theoryOutput,
      theoryOutcome,
      theoryImpact,
      approachRationale,
      evaluationDesign,
      sideEffects,
    } = work.input
    const result = await saveTheory(changeOf(work, 'theory'), {
      theoryOfChange,
      theoryInput,
      theoryActivity,
      theoryOutput,
      theoryOutcome,
      theoryImpact,
      approachRationale,
      evaluationDesign,
      sideEffects,
    })
    return answer(work, result, theoryValues)
  })
}

/** Saves reach and costs. */
export async function saveCostsAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, costsSchema, async (work) => {
    const {
      costPerParticipant,
      costPerPlacement,
      costBasis,
      reachInvited,
      reachStarted,
      reachFinished,
      reachOutcome,
      ...bounds
    } = work.input
    const {
      costPerParticipantLow,
      costPerParticipantHigh,
      costPerPlacementLow,
      costPerPlacementHigh,
    } = bounds
    const result = await saveCosts(changeOf(work, 'costs'), {
      reachInvited,
      reachStarted,
      reachFinished,
      reachOutcome,
      costPerParticipantLow,
      costPerParticipantHigh,
      costPerPlacementLow,
      costPerPlacementHigh,
      costBasis,
      costPerParticipantEuro: costPerParticipant,
      costPerPlacementEuro: costPerPlacement,
    })
    return answer(work, result, costsValues)
  })
}

/** Saves what the initiative costs or brings elsewhere. */
export async function saveConsequencesAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, consequencesSchema, async (work) =>
    answer(
      work,
      await saveConsequences(changeOf(work, 'consequences'), work.input),
      consequencesValues,
    ),
  )
}

/** Saves the day of the next measurement. */
export async function savePlanningAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, planningSchema, async (work) =>
    answer(
      work,
      await savePlanning(changeOf(work, 'planning'), work.input.nextMeasurementOn),
      planningValues,
    ),
  )
}
