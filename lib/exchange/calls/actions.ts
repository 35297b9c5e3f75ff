'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import { organisationsOf, organisationsWhere } from '@/lib/people/accounts/working-for.rules'
import type { Actor } from '@/lib/people/accounts/types'
import { getQuestion } from '@/lib/exchange/learning/data'
import {
  type ActionResult,
  type FormValues,
  conflict,
  invalidField,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { requireAllowed } from '@/lib/base/http/limit'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { runForm } from '@/lib/base/http/form-action'
import { createSenderLimit, type SenderLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { isRepeat } from '@/lib/base/http/submission'
import { isSlug } from '@/lib/base/text/text'
import { findPublished, findTermIds, getCall } from './data'
import { listMatches } from './matches.data'
import { listPostRegions } from './region.data'
import { type CallContent, saveCall, saveCallContent, saveOutcome } from './mutations'
import { saveHidden, saveReply, saveReport } from './replies.mutations'
import {
  canEdit,
  canEnd,
  canModerate,
  canModerateAnywhere,
  canPost,
  canRead,
  canReply,
  canReplyForAny,
  canReport,
} from './policy'
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

const windowSeconds = 24 * 60 * 60
/** Each call is read by many. */
const postLimit = createSenderLimit({
  name: 'call-post',
  perPerson: 5,
  perNetwork: 20,
  windowSeconds,
})
const replyLimit = createSenderLimit({
  name: 'call-reply',
  perPerson: 20,
  perNetwork: 80,
  windowSeconds,
})
const reportLimit = createSenderLimit({
  name: 'call-report',
  perPerson: 20,
  perNetwork: 80,
  windowSeconds,
})

/** @throws LimitError */
async function consume(limit: SenderLimit, actor: Actor): Promise<void> {
  requireAllowed(await limit.consume(actor.userId, await requestClient()))
}

/** A region of the first of these groups of organisations that has it. */
async function findRegion(wanted: string, groups: readonly (readonly string[])[]) {
  for (const ids of groups) {
    const region = (await listPostRegions(ids)).find(({ slug }) => slug === wanted)
    if (region) return region
  }
  return undefined
}

async function contentOf(
  input: CallInput,
  groups: readonly (readonly string[])[],
  values: FormValues,
): Promise<{ content: CallContent; organisationId: string } | Result> {
  const problem = untilProblem(input.openUntil, todayInNetherlands(new Date()))
  if (problem) return invalidField('openUntil', problem, values)
  const region = await findRegion(input.region, groups)
  if (!region) return invalidField('region', 'unknownChoice', values)
  const { title, text, openUntil } = input
  return {
    organisationId: region.organisationId,
    content: { title, text, openUntil, regionId: region.id, termIds: await findTermIds(input) },
  }
}

export async function postCallAction(_previous: Result, form: FormData): Promise<Result> {
  const rules = {
    actor: requireActor,
    schema: newCallSchema,
    load: (_values: FormValues, actor: Actor) =>
      Promise.resolve(
        organisationsOf(actor)
          .map(({ id }) => id)
          .filter((id) => canPost(actor, id)),
      ),
    can: (_actor: Actor, own: readonly string[]) => own.length > 0,
  }
  return runForm(form, rules, async (input, { actor, target: own, submission, values }) => {
    const first = organisationsWhere(actor, (id) => own.includes(id)).map(({ id }) => id)
    const found = await contentOf(input, [first, own], values)
    if ('status' in found) return found
    const question = input.learning === undefined ? null : await getQuestion(input.learning)
    // Only a question of one's own region may be asked on.
    if (question && !(await listPostRegions(own)).some(({ id }) => id === question.region.id))
      throw new AppError('NOT_FOUND')
    const sender = { actorId: actor.userId, submission }
    if (!(await isRepeat(sender))) await consume(postLimit, actor)
    const { title, region, ...terms } = input
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

const aboutCall = {
  actor: requireActor,
  load: async ({ callId }: FormValues, actor: Actor) => {
    const id = restoreSchema.shape.callId.safeParse(callId)
    const call = id.success ? await getCall(id.data) : null
    return call && canRead(actor, call) ? call : null
  },
  shows: 'page' as const,
}

async function callConflict(callId: string, values: FormValues): Promise<Result> {
  const theirs = await getCall(callId)
  return theirs
    ? conflict(values, callValues(theirs), theirs.version)
    : { status: 'error', code: 'NOT_FOUND' }
}

export async function editCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCall, schema: callSchema, can: canEdit },
    async ({ callId, version, ...input }, { target: call, actor, values }) => {
      const found = await contentOf(input, [[call.organisationId]], values)
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

export async function endCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCall, schema: endCallSchema, can: canEnd },
    async ({ callId, version, how, outcome }, { actor, values }) =>
      (await saveOutcome({ id: callId, version, how, outcome, actorId: actor.userId })) === null
        ? null
        : savedElsewhere(values),
  )
}

export async function replyCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCall, schema: replySchema, can: canReplyForAny },
    async (input, { target: call, actor, submission, values }) => {
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
      if (!(await isRepeat(sender))) await consume(replyLimit, actor)
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

export async function reportCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCall, schema: reportSchema, can: canReport },
    async ({ callId, replyId, reason }, { target: call, actor }) => {
      if (
        replyId !== undefined &&
        !call.replies.some(({ id, hiddenReason }) => id === replyId && hiddenReason === null)
      )
        throw new AppError('NOT_FOUND')
      await consume(reportLimit, actor)
      await saveReport({ callId, replyId: replyId ?? null, actorId: actor.userId, reason })
      return null
    },
  )
}

function mayModerate(actor: Actor, call: CallView, replyId: string | undefined): boolean {
  const author =
    replyId === undefined
      ? call.organisationId
      : call.replies.find(({ id }) => id === replyId)?.organisationId
  return author !== undefined && canModerate(actor, author)
}

export async function hideCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCall, schema: hideSchema, can: canModerateAnywhere },
    async ({ callId, replyId, reason }, { target: call, actor }) => {
      if (!mayModerate(actor, call, replyId)) throw new AppError('NOT_FOUND')
      await saveHidden({ callId, replyId: replyId ?? null, actorId: actor.userId, reason })
      return null
    },
  )
}

export async function restoreCallAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCall, schema: restoreSchema, can: canModerateAnywhere },
    async ({ callId, replyId }, { target: call, actor }) => {
      if (!mayModerate(actor, call, replyId)) throw new AppError('NOT_FOUND')
      await saveHidden({ callId, replyId: replyId ?? null, actorId: actor.userId, reason: null })
      return null
    },
  )
}
