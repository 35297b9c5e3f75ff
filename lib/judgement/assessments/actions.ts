'use server'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  type Saved,
} from '@/lib/base/http/action-result'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult, nestRows } from '@/lib/base/http/form-data'
import {
  getPanelTarget,
  getRound,
  listInvited,
  listJudgedBefore,
  listOpenRounds,
} from '@/lib/judgement/panels/data'
import { canAnswerInvitation, canChooseAssessors } from '@/lib/judgement/panels/policy'
import { isAdmitted } from '@/lib/judgement/panels/rules'
import { answerSchema, endRoundSchema } from '@/lib/judgement/panels/schema'
import type { Round } from '@/lib/judgement/panels/types'
import { invalidateContent } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionFamily, sharesRegion } from '@/lib/base/regions/rules'
import { listCriteria, listOwnStates } from './data'
import { getAssessmentTarget, getOwnAssessment, getReplyTarget } from './targets.data'
import { answerInvitation, endRoundEarly, saveAssessment } from './mutations'
import { saveReply } from './replies.mutations'
import { canAssess, canReply, canSelfScore, judgingOrganisation } from './policy'
import { assessmentValues, missingForAssessment } from './rules'
import { assessmentSchema, assessmentTargetSchema, replySchema } from './schema'
import type { AssessmentKind, AssessmentTarget } from './types'

export interface SavedAssessment {
  version: number
  savedAt: string
  submitted: boolean
  values: FormValues
}

type Result = ActionResult<SavedAssessment>

interface Work {
  target: AssessmentTarget
  round: number
  roundId: string | null
}

async function isAdmittedTo(round: Round, initiativeId: string, actor: Actor): Promise<boolean> {
  const [invited, before] = await Promise.all([
    listInvited(actor.userId, [initiativeId]),
    listJudgedBefore(actor.userId, [round]),
  ])
  return isAdmitted(round, {
    conflict: invited.get(initiativeId)?.conflict ?? false,
    judgedBefore: before.has(initiativeId),
  })
}

async function requireRound(
  { initiativeId }: AssessmentTarget,
  side: { organisationId: string; sharesRegion: boolean; submitted: boolean },
  actor: Actor,
): Promise<Round> {
  const rounds = await listOpenRounds(todayInNetherlands(new Date()), [initiativeId])
  if (!canAssess(actor, { ...side, admitted: true })) throw new AppError('NOT_FOUND')
  const round = rounds.get(initiativeId)
  if (!round) throw new AppError('WRONG_STATE')
  const admitted = await isAdmittedTo(round, initiativeId, actor)
  if (!canAssess(actor, { ...side, admitted })) throw new AppError('NOT_FOUND')
  return round
}

/** Missing, forbidden and draft look the same; submitted or ended is WRONG_STATE. */
async function loadTarget(slug: string, kind: AssessmentKind, actor: Actor): Promise<Work> {
  const target = await getAssessmentTarget(slug)
  if (!target) throw new AppError('NOT_FOUND')
  const { initiativeId, organisationId } = target
  const shares = sharesRegion(
    new Set(actor.regionIds),
    regionFamily(await getRegionGraph(), target.regionIds),
  )
  const side = { organisationId, sharesRegion: shares, submitted: false }
  const round = kind === 'self' ? null : await requireRound(target, side, actor)
  if (kind === 'self' && !canSelfScore(actor, side)) throw new AppError('NOT_FOUND')
  const states = await listOwnStates(actor.userId, [target], kind)
  if (states.get(initiativeId) === 'submitted') throw new AppError('WRONG_STATE')
  return { target, round: round?.number ?? target.revisionNumber, roundId: round?.id ?? null }
}

export async function saveAssessmentAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const { slug, kind, version, intent, ...fields } = values
    const about = assessmentTargetSchema.safeParse({ slug, kind, version })
    if (!about.success) throw new AppError('NOT_FOUND')
    const { target, round, roundId } = await loadTarget(about.data.slug, about.data.kind, actor)
    const side = judgingOrganisation(actor, about.data.kind, target.organisationId)
    if (!side) throw new AppError('NOT_FOUND')
    const input = assessmentSchema.safeParse(nestRows(fields))
    if (!input.success) return invalidResult(input.error, values)
    const missing = intent === 'submit' ? missingForAssessment(input.data.scores) : {}
    const submit = intent === 'submit' && Object.keys(missing).length === 0
    const saved = await saveAssessment({
      ...side,
      ...input.data,
      submit,
      initiativeId: target.initiativeId,
      revisionId: target.revisionId,
      kind: about.data.kind,
      round,
      roundId,
      actorId: actor.userId,
      version: about.data.version,
    })
    if (saved === 'conflict') {
      const [criteria, theirs] = await Promise.all([
        listCriteria(),
        getOwnAssessment(actor.userId, target.initiativeId, about.data.kind, round),
      ])
      return conflict(values, assessmentValues(criteria, theirs), theirs?.version ?? 0)
    }
    if (intent === 'submit' && !submit)
      return {
        status: 'invalid',
        fieldErrors: missing,
        formErrors: ['assessmentSavedIncomplete'],
        values: { ...values, version: String(saved), savedAt: new Date().toISOString() },
      }
    if (submit) invalidateContent()
    return {
      status: 'ok',
      data: { version: saved, savedAt: new Date().toISOString(), submitted: submit, values },
    }
  })
}

export async function answerInvitationAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const input = answerSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { slug, answer, reason } = input.data
    const target = await getAssessmentTarget(slug)
    const shares =
      target !== null &&
      sharesRegion(new Set(actor.regionIds), regionFamily(await getRegionGraph(), target.regionIds))
    if (
      !target ||
      !canAnswerInvitation(actor, { organisationId: target.organisationId, sharesRegion: shares })
    )
      throw new AppError('NOT_FOUND')
    const round = (await listOpenRounds(todayInNetherlands(new Date()), [target.initiativeId])).get(
      target.initiativeId,
    )
    if (!round) throw new AppError('WRONG_STATE')
    await answerInvitation({
      roundId: round.id,
      assessorId: actor.userId,
      state: answer,
      reason: answer === 'accepted' ? '' : reason,
    })
    refresh()
    if (answer === 'accepted') return { status: 'ok', data: undefined }
    return redirectToPath(
      getPathname({
        href: { pathname: '/workspace', query: { gedaan: 'afgemeld', over: round.id } },
        locale: await getLocale(),
      }),
    )
  })
}

/** Its scores become public. */
export async function endRoundAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const input = endRoundSchema.safeParse(values)
    const round = input.success ? await getRound(input.data.roundId) : null
    const target = round && (await getPanelTarget(round.initiativeId))
    if (!round || !target || !canChooseAssessors(actor, target)) throw new AppError('NOT_FOUND')
    await endRoundEarly(round.id, actor.userId)
    invalidateContent()
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function saveReplyAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<ActionResult<Saved>> => {
    const actor = await requireActor()
    const input = replySchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { assessmentId, criterion, version, text } = input.data
    const target = await getReplyTarget(assessmentId, criterion)
    if (!target || !canReply(actor, target)) throw new AppError('NOT_FOUND')
    const saved = await saveReply({
      assessmentId,
      criterion,
      version,
      text,
      organisationId: target.organisationId,
      actorId: actor.userId,
      submission,
    })
    if (saved === 'conflict') {
      const current = await getReplyTarget(assessmentId, criterion)
      return conflict(values, { text: current?.text ?? '' }, current?.version ?? 0)
    }
    return savedAndShown()
  })
}
