'use server'
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
import { runForm } from '@/lib/base/http/form-action'
import { createLimit } from '@/lib/base/http/rate-limit'
import { canEditRegionPolicy } from '@/lib/monitor/policies/policy'
import { getRegionGraph } from '@/lib/base/regions/data'
import { getMeasureTarget, getMeasureYear } from './data'
import {
  addOwnReaction,
  addReaction,
  saveExpectation,
  saveVerdict,
  signExpectation,
  signVerdict,
} from './mutations'
import { canAddOwnReaction } from './policy'
import {
  aboutSchema,
  expectationSchema,
  expectationValues,
  ownReactionSchema,
  reactionSchema,
  signExpectationSchema,
  signVerdictSchema,
  verdictSchema,
  verdictValues,
} from './schema'
import type { MeasureTarget } from './types'

type Result = ActionResult<Saved>

/** A reaction is permanent; nobody needs more than this in a day. */
const reactionLimit = createLimit({
  name: 'verdict-reading',
  points: 30,
  windowSeconds: 24 * 3_600,
})

const aboutMeasure = {
  actor: requireActor,
  load: (values: FormValues) => {
    const about = aboutSchema.safeParse(values)
    return about.success ? getMeasureTarget(about.data.measureId) : Promise.resolve(null)
  },
}
const editing = {
  ...aboutMeasure,
  can: async (actor: Actor, target: MeasureTarget) =>
    canEditRegionPolicy(actor, target, await getRegionGraph()),
}

export async function saveExpectationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: expectationSchema },
    async (input, { actor, submission, values }) => {
      if ((await saveExpectation({ ...input, actorId: actor.userId, submission })) === null)
        return null
      const { expectation } = await getMeasureYear(input.measureId, input.year)
      if (expectation?.signedAt) throw new AppError('WRONG_STATE')
      return conflict(values, expectationValues(expectation), expectation?.version ?? 0)
    },
  )
}

export async function signExpectationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: signExpectationSchema },
    async (input, { actor, values }) =>
      (await signExpectation({ ...input, actorId: actor.userId, now: new Date() })) === null
        ? null
        : savedElsewhere(values),
  )
}

export async function saveVerdictAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: verdictSchema },
    async (input, { actor, submission, values }) => {
      if ((await saveVerdict({ ...input, actorId: actor.userId, submission })) === null) return null
      const { draft } = await getMeasureYear(input.measureId, input.year)
      return conflict(values, verdictValues(draft), draft?.version ?? 0)
    },
  )
}

export async function signVerdictAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: signVerdictSchema },
    async (input, { actor, values }) =>
      (await signVerdict({ ...input, actorId: actor.userId, now: new Date() })) === null
        ? null
        : savedElsewhere(values),
  )
}

export async function addReactionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...editing, schema: reactionSchema }, async (input, { actor }) => {
    await addReaction({ ...input, actorId: actor.userId })
    return null
  })
}

export async function addOwnReactionAction(_previous: Result, form: FormData): Promise<Result> {
  const rules = {
    ...aboutMeasure,
    schema: ownReactionSchema,
    can: async (actor: Actor, target: MeasureTarget) =>
      canAddOwnReaction(actor, target, await getRegionGraph()),
    limit: ({ actor }: { actor: Actor }) => reactionLimit.consume(actor.userId),
  }
  return runForm(form, rules, async (input, { actor }) => {
    const { constituency, userId: actorId } = actor
    if (constituency === null) throw new AppError('NOT_FOUND')
    await addOwnReaction({ ...input, constituency, actorId })
    return null
  })
}
