'use server'
import type { z } from 'zod'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  saved,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { invalidateContent } from '@/lib/base/cache/cached'
import { getGoalRegionId } from '@/lib/monitor/policies/data'
import { listGoals } from '@/lib/monitor/policies/region.data'
import { saveGoal, saveMeasure } from '@/lib/monitor/policies/mutations'
import { saveFunding } from '@/lib/monitor/policies/funding.mutations'
import { fundingValues, goalValues, measureValues } from '@/lib/monitor/policies/values.schema'
import { getMeasureFunding } from './data'
import { requireRegion, type RegionWork } from './loaders'
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

async function runForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  body: (input: z.infer<Schema>, work: RegionWork) => Promise<Result>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async () => {
    const work = await requireRegion(values)
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const result = await body(input.data, work)
    if (result.status === 'ok') invalidateContent()
    return result
  })
}

/** Adds or changes a goal of the region. */
export async function saveChainGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    chainGoalSchema,
    async ({ regionId, ...goal }, { actorId, organisationId, values }) => {
      if (
        goal.goalRegionId !== regionId ||
        (goal.version !== undefined && (await getGoalRegionId(goal.goalId)) !== regionId)
      )
        throw new AppError('NOT_FOUND')
      if ((await saveGoal({ goal, organisationId, actorId })) !== 'conflict') return saved()
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

/** Adds or changes a measure under a goal of the region. */
export async function saveChainMeasureAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    chainMeasureSchema,
    async ({ regionId, ...measure }, { actorId, values }) => {
      if ((await getGoalRegionId(measure.measureGoalId)) !== regionId)
        throw new AppError('NOT_FOUND')
      if ((await saveMeasure({ measure, actorId })) !== 'conflict') return saved()
      const theirs = (await listGoals([regionId]))
        .flatMap((goal) => goal.measures)
        .find(({ id }) => id === measure.measureId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(values, measureValues(theirs), theirs.version)
    },
  )
}

/** Adds or changes a stream of money to a measure of the region. */
export async function saveChainFundingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    chainFundingSchema,
    async ({ regionId, ...funding }, { actorId, values }) => {
      if ((await saveFunding({ funding, regionIds: [regionId], actorId })) !== 'conflict')
        return saved()
      const theirs = await getMeasureFunding(funding.fundingId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(values, fundingValues(theirs), theirs.version)
    },
  )
}

/** Moves a goal one step up or down, or a level in or out. */
export async function moveGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, moveSchema, async (input, { actorId, values }) =>
    (await moveGoal({ ...input, actorId })) === 'conflict' ? savedElsewhere(values) : saved(),
  )
}

/** Puts a goal right before another one, for who drags. */
export async function placeGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, placeSchema, async (input, { actorId, values }) =>
    (await placeGoal({ ...input, actorId })) === 'conflict' ? savedElsewhere(values) : saved(),
  )
}

/** Removes a goal, measure or stream of money under which nothing hangs. */
export async function removePartAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, removeSchema, async (input, { actorId, values }) =>
    (await removePart({ ...input, actorId })) === 'conflict' ? savedElsewhere(values) : saved(),
  )
}

/** Carries the goals that ended last year on into this one. */
export async function copyYearAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, copySchema, async (input, { actorId }) => {
    await copyYear({ ...input, actorId })
    return saved()
  })
}

/** Starts the region with the national goals of the reform. */
export async function addNationalGoalsAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, templateSchema, async (input, { actorId, organisationId }) => {
    await addNationalGoals({ ...input, actorId, organisationId })
    return saved()
  })
}
