'use server'
import type { z } from 'zod'
import { requireActor } from '@/lib/people/accounts/session'
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
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import type { Sender } from '@/lib/base/http/submission'
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

type Result = ActionResult<Saved>

/** A reaction stays for ever; nobody needs more than this in a day. */
const reactionLimit = createLimit({
  name: 'verdict-reading',
  points: 30,
  windowSeconds: 24 * 3_600,
})

/** Who asks, may they write the policy of this region, is the form sound, do it, refresh what shows it. */
async function runForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  body: (input: z.infer<Schema>, sender: Sender, values: FormValues) => Promise<Result | null>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const actor = await requireActor()
    const about = aboutSchema.safeParse(values)
    const target = about.success ? await getMeasureTarget(about.data.measureId) : null
    if (!target || !canEditRegionPolicy(actor, target, await getRegionGraph()))
      throw new AppError('NOT_FOUND')
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const refused = await body(input.data, { actorId: actor.userId, submission }, values)
    if (refused) return refused
    invalidateContent()
    return saved()
  })
}

/** Saves what the region expects of a measure in a year. */
export async function saveExpectationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, expectationSchema, async (input, sender, values) => {
    if ((await saveExpectation({ ...input, ...sender })) === null) return null
    const { expectation } = await getMeasureYear(input.measureId, input.year)
    if (expectation?.signedAt) throw new AppError('WRONG_STATE')
    return conflict(values, expectationValues(expectation), expectation?.version ?? 0)
  })
}

/** Signs the expectation: from then on it cannot change. */
export async function signExpectationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, signExpectationSchema, async (input, sender, values) =>
    (await signExpectation({ ...input, actorId: sender.actorId, now: new Date() })) === null
      ? null
      : savedElsewhere(values),
  )
}

/** Saves the draft of the verdict. */
export async function saveVerdictAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, verdictSchema, async (input, sender, values) => {
    if ((await saveVerdict({ ...input, ...sender })) === null) return null
    const { draft } = await getMeasureYear(input.measureId, input.year)
    return conflict(values, verdictValues(draft), draft?.version ?? 0)
  })
}

/** Signs the verdict: from then on only a correction can follow. */
export async function signVerdictAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, signVerdictSchema, async (input, sender, values) =>
    (await signVerdict({ ...input, actorId: sender.actorId, now: new Date() })) === null
      ? null
      : savedElsewhere(values),
  )
}

/** Adds how a constituency reads the verdict. */
export async function addReactionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, reactionSchema, async (input, { actorId }) => {
    await addReaction({ ...input, actorId })
    return null
  })
}

/** Adds how a member reads the verdict, for the constituency of the account. */
export async function addOwnReactionAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction<{ savedAt: string }>(values, async () => {
    const actor = await requireActor()
    const about = aboutSchema.safeParse(values)
    const target = about.success ? await getMeasureTarget(about.data.measureId) : null
    if (!target || !canAddOwnReaction(actor, target, await getRegionGraph()))
      throw new AppError('NOT_FOUND')
    const input = ownReactionSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!(await reactionLimit.consume(actor.userId)).allowed) throw new AppError('RATE_LIMITED')
    await addOwnReaction({ ...input.data, constituency: actor.constituency, actorId: actor.userId })
    invalidateContent()
    return saved()
  })
}
