'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import { requireAllowed } from '@/lib/base/http/limit'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
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
import { getObstacle } from './data'
import { getNamable, getObstacleTarget, listLikelyDuplicates } from './targets.data'
import { deleteLink, saveLink, saveNewObstacle, saveObstacle, saveStep } from './mutations'
import { saveMerge } from './merge.mutations'
import { saveUnmerge } from './unmerge.mutations'
import { canAdd, canCurate, canEdit, canLink } from './policy'
import { obstacleValues } from './rules'
import {
  linkSchema,
  mergeSchema,
  newObstacleSchema,
  obstacleIdSchema,
  obstacleSchema,
  stepSchema,
  unlinkSchema,
  unmergeSchema,
} from './schema'
import type { LikelyDuplicate } from './types'

type Result = ActionResult<Saved>
export type NewObstacleResult = ActionResult<{ duplicates: LikelyDuplicate[]; values: FormValues }>

const addLimit = createLimit({ name: 'obstacle-add', points: 30, windowSeconds: 24 * 60 * 60 })

async function nameable(actor: Actor, initiativeId: string) {
  const initiative = await getNamable(initiativeId)
  return initiative && canLink(actor, initiative.organisationId) ? initiative : null
}

export async function addObstacleAction(
  _previous: NewObstacleResult,
  form: FormData,
): Promise<NewObstacleResult> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<NewObstacleResult> => {
    const actor = await requireActor()
    const input = newObstacleSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { confirmed, initiativeId, organisationId, ...content } = input.data
    if (!canAdd(actor, organisationId)) throw new AppError('NOT_FOUND')
    if (initiativeId !== '' && !(await nameable(actor, initiativeId)))
      return invalidField('initiativeId', 'unknownChoice', values)
    const sender = { actorId: actor.userId, submission }
    // On a repeat the first entry itself would be the duplicate.
    const repeat = await isRepeat(sender)
    const duplicates = confirmed === 'on' || repeat ? [] : await listLikelyDuplicates(content.title)
    if (duplicates.length > 0) return { status: 'ok', data: { duplicates, values } }
    if (!repeat) requireAllowed(await addLimit.consume(actor.userId))
    const slug = await saveNewObstacle({
      ...content,
      organisationId,
      initiativeId: initiativeId === '' ? null : initiativeId,
      ...sender,
    })
    invalidateContent()
    return redirect({
      href: { pathname: '/obstacles/[slug]', params: { slug } },
      locale: await getLocale(),
    })
  })
}

const aboutObstacle = {
  actor: requireActor,
  load: ({ obstacleId }: FormValues) => {
    const id = obstacleIdSchema.safeParse(obstacleId)
    return id.success ? getObstacleTarget(id.data) : Promise.resolve(null)
  },
  shows: 'page' as const,
}
/** Anyone may link an initiative of their own; the mutation checks whose it is. */
const linking = { ...aboutObstacle, can: () => true }
const editing = { ...aboutObstacle, can: canEdit }
const curating = { ...aboutObstacle, can: canCurate }

export async function saveObstacleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: obstacleSchema },
    async (
      { obstacleId, version, ...content },
      { actor, target, values },
    ): Promise<Result | null> => {
      if (
        (await saveObstacle({ id: obstacleId, version, actorId: actor.userId, ...content })) ===
        null
      )
        return null
      const theirs = await getObstacle(target.slug)
      return theirs && !('movedTo' in theirs)
        ? conflict(values, obstacleValues({ ...theirs, regions: theirs.named }), theirs.version)
        : { status: 'error', code: 'NOT_FOUND', values }
    },
  )
}

export async function linkObstacleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...linking, schema: linkSchema },
    async ({ obstacleId, initiativeId, note }, { actor }) => {
      if (!(await nameable(actor, initiativeId))) throw new AppError('NOT_FOUND')
      requireAllowed(await addLimit.consume(actor.userId))
      await saveLink({ id: obstacleId, initiativeId, note, actorId: actor.userId })
      return null
    },
  )
}

export async function unlinkObstacleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...linking, schema: unlinkSchema },
    async ({ obstacleId, initiativeId }, { actor }) => {
      if (!(await nameable(actor, initiativeId))) throw new AppError('NOT_FOUND')
      await deleteLink({ id: obstacleId, initiativeId, actorId: actor.userId })
      return null
    },
  )
}

export async function stepObstacleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: stepSchema },
    async ({ obstacleId, version, ...step }, { actor, submission, values }) => {
      if (step.on > todayInNetherlands(new Date())) return invalidField('on', 'stepFuture', values)
      const answer = await saveStep({
        id: obstacleId,
        version,
        step,
        actorId: actor.userId,
        submission,
      })
      if (answer === 'tooEarly') return invalidField('on', 'solvedBeforeRaised', values)
      return answer === 'conflict' ? savedElsewhere(values) : null
    },
  )
}

export async function mergeObstacleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...curating, schema: mergeSchema },
    async ({ obstacleId, version, keep }, { actor, values }) => {
      const other = await getObstacle(keep)
      if (!other || 'movedTo' in other) return invalidField('keep', 'obstacleUnknown', values)
      if (other.id === obstacleId) return invalidField('keep', 'obstacleSame', values)
      if (
        (await saveMerge({ id: obstacleId, version, keepId: other.id, actorId: actor.userId })) ===
        'conflict'
      )
        return savedElsewhere(values)
      invalidateContent()
      return redirect({
        href: { pathname: '/obstacles/[slug]', params: { slug: other.slug } },
        locale: await getLocale(),
      })
    },
  )
}

export async function unmergeObstacleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...curating, schema: unmergeSchema },
    async ({ obstacleId, mergeId }, { actor, values }) => {
      const undone = await saveUnmerge({ keepId: obstacleId, mergeId, actorId: actor.userId })
      if (undone === 'conflict') return savedElsewhere(values)
      invalidateContent()
      return redirect({
        href: { pathname: '/obstacles/[slug]', params: { slug: undone.slug } },
        locale: await getLocale(),
      })
    },
  )
}
