'use server'
import { invalidField, type ActionResult, type Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { createLimit } from '@/lib/base/http/rate-limit'
import { getRegionGraph } from '@/lib/base/regions/data'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { signingOrganisation } from '@/lib/people/accounts/working-for.rules'
import { getContest, getContestTarget, listOwnSubjects } from './data'
import { saveContest, saveDecision, saveWithdrawal } from './mutations'
import { canDecideContest, canWithdraw, isFromOwner } from './policy'
import { subjectOf } from './rules'
import { contestSchema, decideSchema, withdrawSchema } from './schema'
import type { ContestCase } from './types'

type Result = ActionResult<Saved>

/** Each contest asks people of another region for their time. */
const limit = createLimit({ name: 'contest', points: 10, windowSeconds: 24 * 60 * 60 })

export async function contestAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: (values) => getContestTarget(String(values.initiativeId ?? '')),
      can: () => true,
      schema: contestSchema,
      skipRepeat: true,
      limit: ({ actor }) => limit.consume(actor.userId),
      shows: 'page',
    },
    async ({ subject: key, reason, source }, { actor, target, submission, values }) => {
      const subject = subjectOf(target, key)
      if (!subject) return invalidField('subject', 'unknownChoice', values)
      const used = await listOwnSubjects(target, actor.userId)
      if (used.some((one) => one.key === key))
        return invalidField('subject', 'contestedBefore', values)
      const fromOwner = isFromOwner(actor, target.organisationId)
      await saveContest({
        target,
        subject,
        reason,
        source,
        fromOwner,
        organisationId: fromOwner
          ? target.organisationId
          : (signingOrganisation(actor)?.id ?? null),
        actorId: actor.userId,
        submission,
      })
      return null
    },
  )
}

const loadCase = (values: { id?: unknown }) =>
  typeof values.id === 'string' ? getContest(values.id) : Promise.resolve(null)

export async function decideContestAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: loadCase,
      can: async (actor: Actor, contest: ContestCase) =>
        canDecideContest(actor, contest, await getRegionGraph()),
      schema: decideSchema,
      skipRepeat: true,
      shows: 'page',
    },
    async ({ outcome, decision }, { actor, target, submission }) => {
      await saveDecision({
        contest: target,
        state: outcome,
        decision,
        deciderOrganisationId: signingOrganisation(actor)?.id ?? null,
        actorId: actor.userId,
        submission,
      })
      return null
    },
  )
}

export async function withdrawContestAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: loadCase,
      can: canWithdraw,
      schema: withdrawSchema,
      skipRepeat: true,
      shows: 'page',
    },
    async (_input, { actor, target, submission }) => {
      await saveWithdrawal({ contest: target, actorId: actor.userId, submission })
      return null
    },
  )
}
