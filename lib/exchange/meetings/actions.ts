'use server'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { redirect } from '@/i18n/navigation'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit, type Limit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { readSentFile } from '@/lib/base/http/sent-file'
import { isRepeat, withFile, type Submission } from '@/lib/base/http/submission'
import { findAgenda, getMeeting } from './data'
import { type MeetingContent, saveCancelled, saveMeeting, saveMeetingContent } from './mutations'
import { deletePart, saveCredit, saveMaterial, saveMeetingOutcome } from './outcomes.mutations'
import { deleteSignUp, saveSignUp } from './sign-ups.mutations'
import { canAddMaterial, canChange, canPlan, canSignUp, canTell } from './policy'
import { MAX_AGENDA, meetingTimes, readAgenda } from './rules'
import {
  cancelSchema,
  creditSchema,
  materialSchema,
  meetingIdSchema,
  meetingSchema,
  meetingValues,
  newMeetingSchema,
  outcomeSchema,
  partSchema,
} from './schema'
import type { MeetingView } from './types'

type Result = ActionResult<Saved>
type Typed = Omit<z.infer<typeof newMeetingSchema>, 'organisationId'>

const DAY = 24 * 60 * 60
/** Each meeting is told to many, each sign-up takes a seat. Networks are offices with several people. */
const planLimits = [
  createLimit({ name: 'meeting-plan', points: 5, windowSeconds: DAY }),
  createLimit({ name: 'meeting-plan-network', points: 20, windowSeconds: DAY }),
] as const
const signUpLimits = [
  createLimit({ name: 'meeting-signup', points: 30, windowSeconds: DAY }),
  createLimit({ name: 'meeting-signup-network', points: 200, windowSeconds: DAY }),
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
  { title, text, day, from, until, place, link, seats, agenda }: Typed,
  values: FormValues,
): Promise<{ content: MeetingContent } | Result> {
  const times = meetingTimes({ day, from, until })
  if ('field' in times) return invalidField(times.field, times.problem, values)
  if (times.startsAt <= new Date()) return invalidField('day', 'meetingPast', values)
  const slugs = readAgenda(agenda)
  if (slugs.length > MAX_AGENDA) return invalidField('agenda', 'tooMany', values)
  const ids = await findAgenda(slugs.flatMap((slug) => slug ?? []))
  const known = ids.flatMap((id) => id ?? [])
  if (known.length < slugs.length) return invalidField('agenda', 'agendaUnknown', values)
  return { content: { title, text, place, link, seats, ...times, agenda: known } }
}

/** Plans a meeting and goes to its page. */
export async function planMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    if (!actor.memberships.some(({ organisationId }) => canPlan(actor, organisationId)))
      throw new AppError('NOT_FOUND')
    const input = newMeetingSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { organisationId, ...typed } = input.data
    if (!canPlan(actor, organisationId)) throw new AppError('NOT_FOUND')
    const found = await contentOf(typed, values)
    if ('status' in found) return found
    const sender = { actorId: actor.userId, submission }
    if (!(await isRepeat(sender))) await count(planLimits, actor)
    const slug = await saveMeeting({ organisationId, content: found.content, ...sender })
    invalidateContent()
    return redirect({
      href: { pathname: '/meetings/[slug]', params: { slug } },
      locale: await getLocale(),
    })
  })
}

/** Files take room: thirty an hour is more than anyone means. */
const uploads = createLimit({ name: 'meeting-file', points: 30, windowSeconds: 3_600 })

/** Who asks, may they, is the form sound, do it, refresh what shows it. */
async function runForm<Schema extends z.ZodType<{ meetingId: string }>>(
  form: FormData,
  schema: Schema,
  may: (actor: Actor, meeting: MeetingView, now: Date) => boolean,
  body: (
    input: z.infer<Schema>,
    context: { meeting: MeetingView; actor: Actor; submission: Submission; values: FormValues },
  ) => Promise<Result | null>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const about = meetingIdSchema.shape.meetingId.safeParse(values.meetingId)
    const meeting = about.success ? await getMeeting(about.data) : null
    if (!meeting || !may(actor, meeting, new Date())) throw new AppError('NOT_FOUND')
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    return (await body(input.data, { meeting, actor, submission, values })) ?? savedAndShown()
  })
}

/** Changes a meeting that did not begin. */
export async function editMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    meetingSchema,
    canChange,
    async ({ meetingId, version, ...typed }, { actor, values }) => {
      const found = await contentOf(typed, values)
      if ('status' in found) return found
      const outcome = await saveMeetingContent({
        id: meetingId,
        version,
        content: found.content,
        actorId: actor.userId,
      })
      if (outcome === 'full') return invalidField('seats', 'seatsTaken', values)
      if (outcome === null) return null
      const theirs = await getMeeting(meetingId)
      return theirs
        ? conflict(values, meetingValues(theirs), theirs.version)
        : { status: 'error', code: 'NOT_FOUND' }
    },
  )
}

/** Cancels a meeting, with the reason. */
export async function cancelMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    cancelSchema,
    canChange,
    async ({ meetingId, version, reason }, { actor, values }) =>
      (await saveCancelled({ id: meetingId, version, reason, actorId: actor.userId })) === null
        ? null
        : savedElsewhere(values),
  )
}

/** Signs up whoever asks. */
export async function signUpAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, meetingIdSchema, canSignUp, async ({ meetingId }, { actor, values }) => {
    await count(signUpLimits, actor)
    return (await saveSignUp(meetingId, actor.userId, new Date())) === null
      ? null
      : invalidForm('meetingFull', values)
  })
}

/** Withdraws whoever asks. */
export async function withdrawAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, meetingIdSchema, canSignUp, async ({ meetingId }, { actor }) => {
    await deleteSignUp(meetingId, actor.userId)
    return null
  })
}

/** Adds something to read: an address or a file. */
export async function addMaterialAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    materialSchema,
    canAddMaterial,
    async ({ meetingId, material, url }, { meeting, actor, submission, values }) => {
      if (meeting.materials.length >= MAX_AGENDA) return invalidField('material', 'tooMany', values)
      const file = await readSentFile(form, 'file')
      if (file && 'fault' in file) return invalidField('file', file.fault, values)
      const from = file !== null ? { file } : url !== null ? { url } : null
      if (from === null) return invalidField('url', 'urlOrFile', values)
      if (file !== null && url !== null) return invalidField('file', 'urlAndFile', values)
      if (file !== null && !(await uploads.consume(actor.userId)).allowed)
        throw new AppError('RATE_LIMITED')
      await saveMaterial({
        id: meetingId,
        title: material,
        from,
        actorId: actor.userId,
        submission: withFile(submission, file?.content ?? null),
      })
      return null
    },
  )
}

/** Takes something to read away. */
export async function removeMaterialAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, partSchema, canAddMaterial, async ({ meetingId, partId }, { actor }) => {
    await deletePart('material', { id: meetingId, partId, actorId: actor.userId })
    return null
  })
}

/** Tells in words what came of a meeting. */
export async function tellOutcomeAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    outcomeSchema,
    canTell,
    async ({ meetingId, version, outcome }, { actor, values }) => {
      if (
        (await saveMeetingOutcome({ id: meetingId, version, outcome, actorId: actor.userId })) ===
        null
      )
        return null
      const theirs = await getMeeting(meetingId)
      return theirs
        ? conflict(values, { outcome: theirs.outcome }, theirs.version)
        : { status: 'error', code: 'NOT_FOUND' }
    },
  )
}

/** Credits a meeting with an adoption or a contact. */
export async function creditMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    creditSchema,
    canTell,
    async ({ meetingId, adoptionId, text }, { meeting, actor, submission, values }) => {
      if (meeting.credits.length >= MAX_AGENDA * 4) return invalidField('text', 'tooMany', values)
      await saveCredit({ id: meetingId, adoptionId, text, actorId: actor.userId, submission })
      return null
    },
  )
}

/** Takes a credit away. */
export async function removeCreditAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, partSchema, canTell, async ({ meetingId, partId }, { actor }) => {
    await deletePart('credit', { id: meetingId, partId, actorId: actor.userId })
    return null
  })
}
