'use server'
import type { z } from 'zod'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import {
  type ActionResult,
  conflict,
  type FormValues,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { type FormContext, runForm } from '@/lib/base/http/form-action'
import { nestRows } from '@/lib/base/http/form-data'
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

const aboutInitiative = {
  actor: requireActor,
  load: (values: FormValues) => {
    const about = targetSchema.safeParse(values)
    return about.success ? getMonitorTarget(about.data.initiativeId) : Promise.resolve(null)
  },
  can: canEditMonitor,
  input: (values: FormValues, { initiativeId }: MonitorTarget) =>
    nestRows({ ...values, initiativeId }),
}
type Context = FormContext<Actor, MonitorTarget>

const saveAbout = <Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  mutate: (input: z.infer<Schema>, context: Context) => Promise<Result | null>,
): Promise<Result> => runForm(form, { ...aboutInitiative, schema }, mutate)

/** A region of this initiative whose policy the sender writes. @throws AppError NOT_FOUND */
async function requireRegion({ actor, target }: Context, regionId: string | null) {
  const graph = await getRegionGraph()
  if (
    regionId === null ||
    !target.regionIds.includes(regionId) ||
    !canEditRegionPolicy(actor, { regionId }, graph)
  )
    throw new AppError('NOT_FOUND')
  return { regionId, graph }
}

async function requireMonitor(target: MonitorTarget): Promise<MonitorView> {
  const monitor = await getMonitor(target.initiativeId)
  if (!monitor) throw new AppError('NOT_FOUND')
  return monitor
}

export async function savePairingAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, pairingSchema, async (input, { actor, target, values }) => {
    const conflicts = await savePairing({
      pairing: input,
      regionIds: target.regionIds,
      actorId: actor.userId,
    })
    if (conflicts === null) return null
    const theirs: FormValues = {}
    for (const [list, rows] of Object.entries({ goals: input.goals, measures: input.measures })) {
      rows.forEach((row, index) => {
        if (conflicts.has(row.id)) theirs[`${list}.${index}.note`] = conflicts.get(row.id) ?? ''
      })
    }
    return conflict(values, theirs, 0)
  })
}

export async function saveGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, goalSchema, async (input, context) => {
    const { regionId, graph } = await requireRegion(
      context,
      input.version === undefined ? input.goalRegionId : await getGoalRegionId(input.goalId),
    )
    const result = await saveGoal({
      goal: input,
      organisationId: owningOrganisation(context.actor, regionId, graph),
      actorId: context.actor.userId,
    })
    if (result !== 'conflict') return null
    const theirs = (await listGoals([regionId])).find((goal) => goal.id === input.goalId)
    if (!theirs) throw new AppError('NOT_FOUND')
    return conflict(context.values, goalValues(theirs), theirs.version)
  })
}

export async function saveMeasureAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, measureSchema, async (input, context) => {
    const { regionId } = await requireRegion(context, await getGoalRegionId(input.measureGoalId))
    const result = await saveMeasure({ measure: input, actorId: context.actor.userId })
    if (result !== 'conflict') return null
    const theirs = (await listGoals([regionId]))
      .flatMap((goal) => goal.measures)
      .find((measure) => measure.id === input.measureId)
    if (!theirs) throw new AppError('NOT_FOUND')
    return conflict(context.values, measureValues(theirs), theirs.version)
  })
}

export async function saveFundingAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, fundingSchema, async (input, { actor, target, values }) => {
    const result = await saveFunding({
      funding: input,
      regionIds: target.regionIds,
      actorId: actor.userId,
    })
    if (result !== 'conflict') return null
    const theirs = (await requireMonitor(target)).fundings.find(
      (funding) => funding.id === input.fundingId && funding.ownToInitiative,
    )
    if (!theirs) throw new AppError('NOT_FOUND')
    return conflict(values, fundingValues(theirs), theirs.version)
  })
}

export async function deleteFundingAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, removeFundingSchema, async (input, { actor, target, values }) => {
    const result = await deleteFunding({
      fundingId: input.fundingId,
      initiativeId: target.initiativeId,
      version: input.version,
      actorId: actor.userId,
    })
    return result === 'conflict' ? savedElsewhere(values) : null
  })
}

async function conflictOf(
  { target, values }: Context,
  result: number | 'conflict',
  valuesOf: (monitor: MonitorView) => FormValues,
): Promise<Result | null> {
  if (result !== 'conflict') return null
  const monitor = await requireMonitor(target)
  return conflict(values, valuesOf(monitor), monitor.version)
}

const changeOf = ({ actor, target }: Context, version: number, section: MonitorSection) => ({
  initiativeId: target.initiativeId,
  version,
  section,
  actorId: actor.userId,
})

export async function saveTheoryAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, theorySchema, async (input, context) => {
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
    } = input
    const result = await saveTheory(changeOf(context, input.version, 'theory'), {
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
    return conflictOf(context, result, theoryValues)
  })
}

export async function saveCostsAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, costsSchema, async (input, context) => {
    const {
      costPerParticipant,
      costPerPlacement,
      costBasis,
      reachInvited,
      reachStarted,
      reachFinished,
      reachOutcome,
      ...bounds
    } = input
    const {
      costPerParticipantLow,
      costPerParticipantHigh,
      costPerPlacementLow,
      costPerPlacementHigh,
    } = bounds
    const result = await saveCosts(changeOf(context, input.version, 'costs'), {
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
    return conflictOf(context, result, costsValues)
  })
}

export async function saveConsequencesAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, consequencesSchema, async (input, context) =>
    conflictOf(
      context,
      await saveConsequences(changeOf(context, input.version, 'consequences'), input),
      consequencesValues,
    ),
  )
}

export async function savePlanningAction(_previous: Result, form: FormData): Promise<Result> {
  return saveAbout(form, planningSchema, async (input, context) =>
    conflictOf(
      context,
      await savePlanning(changeOf(context, input.version, 'planning'), input.nextMeasurementOn),
      planningValues,
    ),
  )
}
