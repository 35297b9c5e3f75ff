'use server'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { redirect } from '@/i18n/navigation'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { getQuestion } from '@/lib/exchange/learning/data'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import {
  type ActionResult,
  type FormValues,
  conflict,
  invalidField,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit, type Limit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { isRepeat, type Submission } from '@/lib/base/http/submission'
import { isSlug } from '@/lib/base/text/text'
import { findPublished, findTermIds, getCall } from './data'
import { listMatches } from './matches.data'
import { listPostRegions } from './region.data'
import { type CallContent, saveCall, saveCallContent, saveOutcome } from './mutations'
import { saveHidden, saveReply, saveReport } from './replies.mutations'
import { canEdit, canEnd, canModerate, canPost, canRead, canReply, canReport } from './policy'
import { untilProblem } from './rules'
import {
  type CallInput,
  callSchema,
  callValues,
  endCallSchema,
  hideSchema,
  newCallSchema,
  replySchema,
  reportSchema,
  restoreSchema,
} from './schema'
import type { CallView } from './types'

type Result = ActionResult<Saved>

const DAY = 24 * 60 * 60
/** Each call is read by many: five a day is more than anyone means. Networks are offices with several people. */
const postLimits = [
  createLimit({ name: 'call-post', points: 5, windowSeconds: DAY }),
  createLimit({ name: 'call-post-network', points: 20, windowSeconds: DAY }),
] as const
const replyLimits = [
  createLimit({ name: 'call-reply', points: 20, windowSeconds: DAY }),
  createLimit({ name: 'call-reply-network', points: 80, windowSeconds: DAY }),
] as const
const reportLimits = [
  createLimit({ name: 'call-report', points: 20, windowSeconds: DAY }),
  createLimit({ name: 'call-report-network', points: 80, windowSeconds: DAY }),
] as const

/** Counts an attempt of this person and this network. @throws AppError RATE_LIMITED */
async function count(
  [perPerson, perNetwork]: readonly [Limit, Limit],
  actor: Actor,
): Promise<void> {
  const { network } = await requestClient()
  for (const [limit, key] of [
    [perPerson, actor.userId],
    [perNetwork, network],
  ] as const)
    if (!(await limit.consume(key)).allowed) throw new AppError('RATE_LIMITED')
}

/** The content as it is stored, or what is wrong with it. */
async function contentOf(
  input: CallInput,
  organisationIds: readonly string[],
  values: FormValues,
): Promise<{ content: CallContent; organisationId: string } | Result> {
  const problem = untilProblem(input.openUntil, todayInNetherlands(new Date()))
  if (problem) return invalidField('openUntil', problem, values)
  const region = (await listPostRegions(organisationIds)).find(({ slug }) => slug === input.region)
  if (!region) return invalidField('region', 'unknownChoice', values)
  const { title, text, openUntil } = input
  return {
    organisationId: region.organisationId,
    content: { title, text, openUntil, regionId: region.id, termIds: await findTermIds(input) },
  }
}

/** Posts a call and goes to its page, where what fits it stands. */
export async function postCallAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const own = actor.memberships
      .map(({ organisationId }) => organisationId)
      .filter((id) => canPost(actor, id))
    if (own.length === 0) throw new AppError('NOT_FOUND')
    const input = newCallSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const found = await contentOf(input.data, own, values)
    if ('status' in found) return found
    const question =
      input.data.learning === undefined ? null : await getQuestion(input.data.learning)
    // A question of elsewhere is not theirs to ask on.
    if (question && !(await listPostRegions(own)).some(({ id }) => id === question.region.id))
      throw new AppError('NOT_FOUND')
    const sender = { actorId: actor.userId, submission }
    if (!(await isRepeat(sender))) await count(postLimits, actor)
    const { title, region, ...terms } = input.data
    const { initiatives } = await listMatches({
      title,
      regionSlug: region,
      terms,
      organisationId: found.organisationId,
    })
    const slug = await saveCall({
      ...found,
      learningId: question?.id ?? null,
      initiativeIds: initiatives.map(({ initiativeId }) => initiativeId),
      ...sender,
    })
    invalidateContent()
    return redirect({
      href: { pathname: '/calls/[slug]', params: { slug } },
      locale: await getLocale(),
    })
  })
}

/** Who asks, may they, is the form sound, do it, refresh what shows it. */
async function runForm<Schema extends z.ZodType<{ callId: string }>>(
  form: FormData,
  schema: Schema,
  may: (actor: Actor, call: CallView) => boolean,
  body: (
    input: z.infer<Schema>,
    context: { call: CallView; actor: Actor; submission: Submission; values: FormValues },
  ) => Promise<Result | null>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const about = restoreSchema.shape.callId.safeParse(values.callId)
    const call = about.success ? await getCall(about.data) : null
    if (!call || !canRead(actor, call) || !may(actor, call)) throw new AppError('NOT_FOUND')
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    return (await body(input.data, { call, actor, submission, values })) ?? savedAndShown()
  })
}

async function callConflict(callId: string, values: FormValues): Promise<Result> {
  const theirs = await getCall(callId)
  return theirs
    ? conflict(values, callValues(theirs), theirs.version)
    : { status: 'error', code: 'NOT_FOUND' }
}

/** Changes an open call. */
export async function editCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    callSchema,
    canEdit,
    async ({ callId, version, ...input }, { call, actor, values }) => {
      const found = await contentOf(input, [call.organisationId], values)
      if ('status' in found) return found
      return (await saveCallContent({
        id: callId,
        version,
        content: found.content,
        actorId: actor.userId,
      })) === null
        ? null
        : callConflict(callId, values)
    },
  )
}

/** Tells what came of a call. */
export async function endCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    endCallSchema,
    canEnd,
    async ({ callId, version, how, outcome }, { actor, values }) =>
      (await saveOutcome({ id: callId, version, how, outcome, actorId: actor.userId })) === null
        ? null
        : savedElsewhere(values),
  )
}

/** Answers a call in the name of an organisation. */
export async function replyCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    replySchema,
    (actor, call) =>
      actor.memberships.some(({ organisationId }) => canReply(actor, call, organisationId)),
    async (input, { call, actor, submission, values }) => {
      const organisation = actor.memberships.find(
        ({ organisationId }) => organisationId === input.organisationId,
      )
      if (!organisation || !canReply(actor, call, input.organisationId))
        throw new AppError('NOT_FOUND')
      const initiativeId =
        input.initiative === ''
          ? null
          : isSlug(input.initiative)
            ? await findPublished(input.initiative)
            : null
      if (input.initiative !== '' && initiativeId === null)
        return invalidField('initiative', 'unknownChoice', values)
      const sender = { actorId: actor.userId, submission }
      if (!(await isRepeat(sender))) await count(replyLimits, actor)
      await saveReply({
        callId: call.id,
        organisation: { id: organisation.organisationId, name: organisation.organisationName },
        initiativeId,
        text: input.text,
        ...sender,
      })
      return null
    },
  )
}

/** Tells the moderators that a call or an answer does not belong here. */
export async function reportCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    reportSchema,
    canReport,
    async ({ callId, replyId, reason }, { call, actor }) => {
      if (
        replyId !== undefined &&
        !call.replies.some(({ id, hiddenReason }) => id === replyId && hiddenReason === null)
      )
        throw new AppError('NOT_FOUND')
      await count(reportLimits, actor)
      await saveReport({ callId, replyId: replyId ?? null, actorId: actor.userId, reason })
      return null
    },
  )
}

/** True when the person may moderate this call, or the answer that is named. */
function mayModerate(actor: Actor, call: CallView, replyId: string | undefined): boolean {
  const author =
    replyId === undefined
      ? call.organisationId
      : call.replies.find(({ id }) => id === replyId)?.organisationId
  return author !== undefined && canModerate(actor, author)
}

/** Hides a call or an answer, with the reason. */
export async function hideCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    hideSchema,
    (actor) => canModerate(actor, ''),
    async ({ callId, replyId, reason }, { call, actor }) => {
      if (!mayModerate(actor, call, replyId)) throw new AppError('NOT_FOUND')
      await saveHidden({ callId, replyId: replyId ?? null, actorId: actor.userId, reason })
      return null
    },
  )
}

/** Shows it again, or settles a report without hiding anything. */
export async function restoreCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    restoreSchema,
    (actor) => canModerate(actor, ''),
    async ({ callId, replyId }, { call, actor }) => {
      if (!mayModerate(actor, call, replyId)) throw new AppError('NOT_FOUND')
      await saveHidden({ callId, replyId: replyId ?? null, actorId: actor.userId, reason: null })
      return null
    },
  )
}
