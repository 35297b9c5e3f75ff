'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import { requireAllowed } from '@/lib/base/http/limit'
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
import { runForm } from '@/lib/base/http/form-action'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { isRepeat } from '@/lib/base/http/submission'
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

type Result = ActionResult<Saved>

/** Each consideration mails people. */
const considerLimit = createLimit({
  name: 'adoption-consider',
  points: 10,
  windowSeconds: 24 * 60 * 60,
})

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
    if (!(await isRepeat(sender))) requireAllowed(await considerLimit.consume(actor.userId))
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

const aboutAdoption = {
  actor: requireActor,
  load: ({ adoptionId }: FormValues) => {
    const id = answerSchema.shape.adoptionId.safeParse(adoptionId)
    return id.success ? getAdoption(id.data) : Promise.resolve(null)
  },
  skipRepeat: true,
  shows: 'page' as const,
}
const answering = { ...aboutAdoption, can: canAnswer }
const adopting = { ...aboutAdoption, can: canAdopt }

export async function answerAdoptionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...answering, schema: answerSchema },
    async ({ adoptionId, answer }, { actor, submission }) => {
      await saveAnswer({ id: adoptionId, answer, actorId: actor.userId, submission })
      return null
    },
  )
}

export async function saveSheetAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...adopting, schema: sheetSchema },
    async ({ adoptionId, version, ...sheet }, { actor, values }) => {
      if ((await saveSheet({ id: adoptionId, version, sheet, actorId: actor.userId })) === null)
        return null
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

export async function prepareAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...adopting, schema: prepareSchema }, (input, { actor, values }) =>
    takeStep(input, { to: 'preparing' }, actor.userId, values),
  )
}

export async function runAdoptionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...adopting, schema: runSchema }, async (input, { actor, values }) => {
    if (input.startsOn > todayInNetherlands(new Date()))
      return invalidField('startsOn', 'startFuture', values)
    return takeStep(input, { to: 'running', startsOn: input.startsOn }, actor.userId, values)
  })
}

export async function stopAdoptionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...adopting, schema: stopSchema }, (input, { actor, values }) =>
    takeStep(
      input,
      { to: 'stopped', stopReason: input.stopReason, on: todayInNetherlands(new Date()) },
      actor.userId,
      values,
    ),
  )
}

export async function checkinAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...adopting, schema: checkinSchema },
    async ({ adoptionId, month, result, lesson }, { actor, submission }) => {
      const months = { '6': 6, '12': 12, '24': 24 } as const
      await saveCheckin({
        id: adoptionId,
        month: months[month],
        result,
        lesson,
        actorId: actor.userId,
        submission,
        now: new Date(),
      })
      return null
    },
  )
}

export async function handOverAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...adopting, schema: handOverSchema },
    async ({ adoptionId, version, holderId }, { actor, values }) =>
      (await saveHolder({ id: adoptionId, version, holderId, actorId: actor.userId })) === null
        ? null
        : savedElsewhere(values),
  )
}

export async function saveOwnAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...adopting, schema: ownSchema },
    async ({ adoptionId, version, ownInitiativeId }, { actor, values }) => {
      const answer = await saveOwnInitiative({
        id: adoptionId,
        version,
        ownInitiativeId,
        actorId: actor.userId,
      })
      if (answer === 'conflict') return savedElsewhere(values)
      return answer === 'unfit' ? invalidField('ownInitiativeId', 'familyUnfit', values) : null
    },
  )
}
