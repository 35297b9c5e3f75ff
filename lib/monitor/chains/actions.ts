'use server'
import type { Actor } from '@/lib/people/accounts/types'
import {
  type ActionResult,
  conflict,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { runForm } from '@/lib/base/http/form-action'
import { nestRows } from '@/lib/base/http/form-data'
import { getGoalRegionId } from '@/lib/monitor/policies/data'
import { owningOrganisation } from '@/lib/monitor/policies/policy'
import { listGoals } from '@/lib/monitor/policies/region.data'
import { saveGoal, saveMeasure } from '@/lib/monitor/policies/mutations'
import { saveFunding } from '@/lib/monitor/policies/funding.mutations'
import {
  fundingValues,
  goalValues,
  measureValues,
  tradeOffValues,
} from '@/lib/monitor/policies/values.schema'
import { getMeasureFunding } from './data'
import { aboutRegion, type RegionTarget } from './loaders'
import { addNationalGoals, moveGoal, placeGoal, removePart } from './mutations'
import { copyYear } from './year.mutations'
import {
  chainFundingSchema,
  chainGoalSchema,
  chainMeasureSchema,
  copySchema,
  moveSchema,
  placeSchema,
  removeSchema,
  templateSchema,
} from './schema'

type Result = ActionResult<Saved>

const ownerOf = (actor: Actor, { regionId, graph }: RegionTarget) =>
  owningOrganisation(actor, regionId, graph)

export async function saveChainGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutRegion, schema: chainGoalSchema },
    async ({ regionId, ...goal }, { actor, target, values }) => {
      if (
        goal.goalRegionId !== regionId ||
        (goal.version !== undefined && (await getGoalRegionId(goal.goalId)) !== regionId)
      )
        throw new AppError('NOT_FOUND')
      if (
        (await saveGoal({
          goal,
          organisationId: ownerOf(actor, target),
          actorId: actor.userId,
        })) !== 'conflict'
      )
        return null
      const theirs = (await listGoals([regionId])).find(({ id }) => id === goal.goalId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(
        values,
        { ...goalValues(theirs), parentId: values.parentId ?? '' },
        theirs.version,
      )
    },
  )
}

export async function saveChainMeasureAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutRegion, schema: chainMeasureSchema, input: nestRows },
    async ({ regionId, ...measure }, { actor, values }) => {
      if ((await getGoalRegionId(measure.measureGoalId)) !== regionId)
        throw new AppError('NOT_FOUND')
      if ((await saveMeasure({ measure, actorId: actor.userId })) !== 'conflict') return null
      const theirs = (await listGoals([regionId]))
        .flatMap((goal) => goal.measures)
        .find(({ id }) => id === measure.measureId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(
        values,
        { ...measureValues(theirs), ...tradeOffValues(theirs.tradeOffs) },
        theirs.version,
      )
    },
  )
}

export async function saveChainFundingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutRegion, schema: chainFundingSchema },
    async ({ regionId, ...funding }, { actor, values }) => {
      if (
        (await saveFunding({ funding, regionIds: [regionId], actorId: actor.userId })) !==
        'conflict'
      )
        return null
      const theirs = await getMeasureFunding(funding.fundingId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(values, fundingValues(theirs), theirs.version)
    },
  )
}

export async function moveGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...aboutRegion, schema: moveSchema }, async (input, { actor, values }) =>
    (await moveGoal({ ...input, actorId: actor.userId })) === 'conflict'
      ? savedElsewhere(values)
      : null,
  )
}

export async function placeGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...aboutRegion, schema: placeSchema }, async (input, { actor, values }) =>
    (await placeGoal({ ...input, actorId: actor.userId })) === 'conflict'
      ? savedElsewhere(values)
      : null,
  )
}

export async function removePartAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutRegion, schema: removeSchema },
    async (input, { actor, values }) =>
      (await removePart({ ...input, actorId: actor.userId })) === 'conflict'
        ? savedElsewhere(values)
        : null,
  )
}

export async function copyYearAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...aboutRegion, schema: copySchema }, async (input, { actor }) => {
    await copyYear({ ...input, actorId: actor.userId })
    return null
  })
}

export async function addNationalGoalsAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutRegion, schema: templateSchema },
    async (input, { actor, target }) => {
      await addNationalGoals({
        ...input,
        actorId: actor.userId,
        organisationId: ownerOf(actor, target),
      })
      return null
    },
  )
}
