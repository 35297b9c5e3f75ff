'use server'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
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
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { isRepeat, type Submission } from '@/lib/base/http/submission'
import { findGroup, getAdoptable, getAdoption } from './work.data'
import {
  saveAnswer,
  saveConsideration,
  saveHolder,
  saveOwnInitiative,
  saveSheet,
  saveStep,
  type Step,
} from './mutations'
import { saveCheckin } from './checkins.mutations'
import { canAdopt, canAnswer } from './policy'
import {
  answerSchema,
  checkinSchema,
  considerSchema,
  handOverSchema,
  ownSchema,
  prepareSchema,
  runSchema,
  sheetSchema,
  sheetValues,
  stopSchema,
} from './schema'
import type { AdoptionWork } from './types'

type Result = ActionResult<Saved>

/** Each consideration mails people: ten a day is more than anyone means. */
const considerLimit = createLimit({
  name: 'adoption-consider',
  points: 10,
  windowSeconds: 24 * 60 * 60,
})

/** "Wij overwegen dit": makes the record, mails the owner and goes to its page. */
export async function considerAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const input = considerSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { initiativeId, organisationId, goal, question, targetGroup } = input.data
    const initiative = await getAdoptable(initiativeId)
    const organisation = actor.memberships.find((one) => one.organisationId === organisationId)
    if (
      !initiative ||
      !organisation ||
      !canAdopt(actor, { organisationId, ownerOrganisationId: initiative.ownerOrganisationId })
    )
      throw new AppError('NOT_FOUND')
    const group = await findGroup(targetGroup)
    if (!group) return invalidField('targetGroup', 'unknownChoice', values)
    const sender = { actorId: actor.userId, submission }
    if (!(await isRepeat(sender)) && !(await considerLimit.consume(actor.userId)).allowed)
      throw new AppError('RATE_LIMITED')
    const id = await saveConsideration({
      initiative,
      organisation: { id: organisationId, name: organisation.organisationName },
      group,
      goal,
      question,
      ...sender,
    })
    invalidateContent()
    return redirect({
      href: { pathname: '/workspace/adoptions/[id]', params: { id } },
      locale: await getLocale(),
    })
  })
}

/** Who asks, may they, is the form sound, do it, refresh what shows it. */
async function runForm<Schema extends z.ZodType<{ adoptionId: string }>>(
  form: FormData,
  schema: Schema,
  may: (actor: Actor, adoption: AdoptionWork) => boolean,
  body: (
    input: z.infer<Schema>,
    context: {
      adoption: AdoptionWork
      actorId: string
      submission: Submission
      values: FormValues
    },
  ) => Promise<Result | null>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const about = answerSchema.shape.adoptionId.safeParse(values.adoptionId)
    const adoption = about.success ? await getAdoption(about.data) : null
    if (!adoption || !may(actor, adoption)) throw new AppError('NOT_FOUND')
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const repeat = await isRepeat({ actorId: actor.userId, submission })
    const answer = repeat
      ? null
      : await body(input.data, { adoption, actorId: actor.userId, submission, values })
    if (answer) return answer
    return savedAndShown()
  })
}

/** The owner answers. */
export async function answerAdoptionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    answerSchema,
    canAnswer,
    async ({ adoptionId, answer }, { actorId, submission }) => {
      await saveAnswer({ id: adoptionId, answer, actorId, submission })
      return null
    },
  )
}

/** Saves the adaptation sheet. */
export async function saveSheetAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    sheetSchema,
    canAdopt,
    async ({ adoptionId, version, ...sheet }, { actorId, values }) => {
      if ((await saveSheet({ id: adoptionId, version, sheet, actorId })) === null) return null
      const theirs = await getAdoption(adoptionId)
      return theirs
        ? conflict(values, sheetValues(theirs), theirs.version)
        : { status: 'error', code: 'NOT_FOUND' }
    },
  )
}

async function takeStep(
  input: { adoptionId: string; version: number },
  step: Step,
  actorId: string,
  values: FormValues,
): Promise<Result | null> {
  const answer = await saveStep({ id: input.adoptionId, version: input.version, step, actorId })
  if (answer === null) return null
  return answer === 'conflict' ? savedElsewhere(values) : invalidForm('adoptionNotReady', values)
}

/** From exploring to preparing. */
export async function prepareAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, prepareSchema, canAdopt, (input, { actorId, values }) =>
    takeStep(input, { to: 'preparing' }, actorId, values),
  )
}

/** From preparing to running, since a day that has been. */
export async function runAdoptionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, runSchema, canAdopt, async (input, { actorId, values }) => {
    if (input.startsOn > todayInNetherlands(new Date()))
      return invalidField('startsOn', 'startFuture', values)
    return takeStep(input, { to: 'running', startsOn: input.startsOn }, actorId, values)
  })
}

/** Stops, with the reason. */
export async function stopAdoptionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, stopSchema, canAdopt, (input, { actorId, values }) =>
    takeStep(
      input,
      { to: 'stopped', stopReason: input.stopReason, on: todayInNetherlands(new Date()) },
      actorId,
      values,
    ),
  )
}

/** Tells one result and one lesson. */
export async function checkinAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    checkinSchema,
    canAdopt,
    async ({ adoptionId, month, result, lesson }, { actorId, submission }) => {
      const months = { '6': 6, '12': 12, '24': 24 } as const
      await saveCheckin({
        id: adoptionId,
        month: months[month],
        result,
        lesson,
        actorId,
        submission,
        now: new Date(),
      })
      return null
    },
  )
}

/** Hands over to a colleague. */
export async function handOverAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    handOverSchema,
    canAdopt,
    async ({ adoptionId, version, holderId }, { actorId, values }) =>
      (await saveHolder({ id: adoptionId, version, holderId, actorId })) === null
        ? null
        : savedElsewhere(values),
  )
}

/** Says which initiative of one's own came of the adoption. */
export async function saveOwnAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    ownSchema,
    canAdopt,
    async ({ adoptionId, version, ownInitiativeId }, { actorId, values }) => {
      const answer = await saveOwnInitiative({ id: adoptionId, version, ownInitiativeId, actorId })
      if (answer === 'conflict') return savedElsewhere(values)
      return answer === 'unfit' ? invalidField('ownInitiativeId', 'familyUnfit', values) : null
    },
  )
}
