'use server'
import { refresh } from 'next/cache'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, invalidField } from '@/lib/base/http/action-result'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { isRepeat } from '@/lib/base/http/submission'
import { getPanelTarget, getRound } from './data'
import { listCandidates } from './candidates.data'
import { saveInvitations, saveRound } from './mutations'
import { canChooseAssessors, canRequestRound } from './policy'
import { ASKED_BY_DEFAULT, deadlineProblem, proposeAssessors } from './rules'
import { inviteSchema, requestRoundSchema } from './schema'

/** For an owner the system chooses; a moderator may choose. Tied people are always excluded. */
export async function requestRoundAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const actor = await requireActor()
    const input = requestRoundSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { initiativeId, kind, deadline, assessors } = input.data
    const target = await getPanelTarget(initiativeId)
    if (!target || !canRequestRound(actor, target)) throw new AppError('NOT_FOUND')
    const sender = { actorId: actor.userId, submission }
    // People just asked can no longer be chosen; a second press must not fail on that.
    if (await isRepeat(sender)) return { status: 'ok', data: undefined }
    const today = todayInNetherlands(new Date())
    const problem = deadlineProblem(deadline, today)
    if (problem) return invalidField('deadline', problem, values)
    const chooses = canChooseAssessors(actor, target)
    const proposed =
      kind === 'second_look'
        ? []
        : proposeAssessors(await listCandidates(target, today), target.termSlugs).map(
            ({ userId }) => userId,
          )
    const assessorIds = chooses
      ? assessors.filter((id) => proposed.includes(id))
      : proposed.slice(0, ASKED_BY_DEFAULT)
    if (chooses && assessorIds.length < assessors.length)
      return invalidField('assessors', 'unknownChoice', values)
    await saveRound({ target, kind, deadline, assessorIds, ...sender })
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function inviteAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const actor = await requireActor()
    const input = inviteSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const round = await getRound(input.data.roundId)
    const target = round && (await getPanelTarget(round.initiativeId))
    if (!round || !target || !canChooseAssessors(actor, target)) throw new AppError('NOT_FOUND')
    if (round.kind === 'second_look') throw new AppError('WRONG_STATE')
    const sender = { actorId: actor.userId, submission }
    if (await isRepeat(sender)) return { status: 'ok', data: undefined }
    const free = new Set(
      (await listCandidates(target, todayInNetherlands(new Date()))).map(({ userId }) => userId),
    )
    if (input.data.assessors.some((id) => !free.has(id)))
      return invalidField('assessors', 'unknownChoice', values)
    await saveInvitations(target, round.id, input.data.assessors, sender)
    refresh()
    return { status: 'ok', data: undefined }
  })
}
