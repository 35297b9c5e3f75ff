'use server'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { redirect } from '@/i18n/navigation'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { requireAllowed } from '@/lib/base/http/limit'
import { AppError } from '@/lib/base/runtime/errors'
import { runForm } from '@/lib/base/http/form-action'
import { createLimit, createSenderLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { readSentFile } from '@/lib/base/http/sent-file'
import { isRepeat, withFile } from '@/lib/base/http/submission'
import { findAgenda, getMeeting } from './data'
import { type MeetingContent, saveCancelled, saveMeeting, saveMeetingContent } from './mutations'
import { deletePart, saveCredit, saveMaterial, saveMeetingOutcome } from './outcomes.mutations'
import { deleteSignUp, saveSignUp } from './sign-ups.mutations'
import { canAddMaterial, canChange, canPlan, canSignUp, canReportOutcome } from './policy'
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

const windowSeconds = 24 * 60 * 60
/** Each meeting is mailed to many, each sign-up takes a seat. */
const planLimit = createSenderLimit({
  name: 'meeting-plan',
  perPerson: 5,
  perNetwork: 20,
  windowSeconds,
})
const signUpLimit = createSenderLimit({
  name: 'meeting-signup',
  perPerson: 30,
  perNetwork: 200,
  windowSeconds,
})

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

export async function planMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  const rules = {
    actor: requireActor,
    schema: newMeetingSchema,
    load: (_values: FormValues, { memberships }: Actor) => Promise.resolve(memberships),
    can: (actor: Actor, memberships: Actor['memberships']) =>
      memberships.some(({ organisationId }) => canPlan(actor, organisationId)),
  }
  return runForm(form, rules, async (input, { actor, submission, values }) => {
    const { organisationId, ...typed } = input
    if (!canPlan(actor, organisationId)) throw new AppError('NOT_FOUND')
    const found = await contentOf(typed, values)
    if ('status' in found) return found
    const sender = { actorId: actor.userId, submission }
    if (!(await isRepeat(sender)))
      requireAllowed(await planLimit.consume(actor.userId, await requestClient()))
    const slug = await saveMeeting({ organisationId, content: found.content, ...sender })
    invalidateContent()
    return redirect({
      href: { pathname: '/meetings/[slug]', params: { slug } },
      locale: await getLocale(),
    })
  })
}

/** Files take space. */
const uploads = createLimit({ name: 'meeting-file', points: 30, windowSeconds: 3_600 })

const aboutMeeting = {
  actor: requireActor,
  load: ({ meetingId }: FormValues) => {
    const id = meetingIdSchema.shape.meetingId.safeParse(meetingId)
    return id.success ? getMeeting(id.data) : Promise.resolve(null)
  },
  shows: 'page' as const,
}
const now = (can: typeof canChange) => (actor: Actor, meeting: MeetingView) =>
  can(actor, meeting, new Date())
const changing = { ...aboutMeeting, can: now(canChange) }
const signingUp = { ...aboutMeeting, can: now(canSignUp) }
const addingMaterial = { ...aboutMeeting, can: canAddMaterial }
const reporting = { ...aboutMeeting, can: now(canReportOutcome) }

export async function editMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...changing, schema: meetingSchema },
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

export async function cancelMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...changing, schema: cancelSchema },
    async ({ meetingId, version, reason }, { actor, values }) =>
      (await saveCancelled({ id: meetingId, version, reason, actorId: actor.userId })) === null
        ? null
        : savedElsewhere(values),
  )
}

export async function signUpAction(_previous: Result, form: FormData): Promise<Result> {
  const rules = {
    ...signingUp,
    schema: meetingIdSchema,
    limit: async ({ actor }: { actor: Actor }) =>
      signUpLimit.consume(actor.userId, await requestClient()),
  }
  return runForm(form, rules, async ({ meetingId }, { actor, values }) =>
    (await saveSignUp(meetingId, actor.userId, new Date())) === null
      ? null
      : invalidForm('meetingFull', values),
  )
}

export async function withdrawAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...signingUp, schema: meetingIdSchema },
    async ({ meetingId }, { actor }) => {
      await deleteSignUp(meetingId, actor.userId)
      return null
    },
  )
}

export async function addMaterialAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...addingMaterial, schema: materialSchema },
    async ({ meetingId, material, url }, { target: meeting, actor, submission, values }) => {
      if (meeting.materials.length >= MAX_AGENDA) return invalidField('material', 'tooMany', values)
      const file = await readSentFile(form, 'file', actor.userId)
      if (file && 'fault' in file) return invalidField('file', file.fault, values)
      const from = file !== null ? { file } : url !== null ? { url } : null
      if (from === null) return invalidField('url', 'urlOrFile', values)
      if (file !== null && url !== null) return invalidField('file', 'urlAndFile', values)
      if (file !== null) requireAllowed(await uploads.consume(actor.userId))
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

export async function removeMaterialAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...addingMaterial, schema: partSchema },
    async ({ meetingId, partId }, { actor }) => {
      await deletePart('material', { id: meetingId, partId, actorId: actor.userId })
      return null
    },
  )
}

export async function saveOutcomeAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...reporting, schema: outcomeSchema },
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

export async function creditMeetingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...reporting, schema: creditSchema },
    async ({ meetingId, adoptionId, text }, { target: meeting, actor, submission, values }) => {
      if (meeting.credits.length >= MAX_AGENDA * 4) return invalidField('text', 'tooMany', values)
      await saveCredit({ id: meetingId, adoptionId, text, actorId: actor.userId, submission })
      return null
    },
  )
}

export async function removeCreditAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...reporting, schema: partSchema },
    async ({ meetingId, partId }, { actor }) => {
      await deletePart('credit', { id: meetingId, partId, actorId: actor.userId })
      return null
    },
  )
}
