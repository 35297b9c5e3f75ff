'use server'
import {
  type ActionResult,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { getRegionGraph } from '@/lib/base/regions/data'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { getClosingTarget } from '@/lib/knowledge/closures/data'
import { closingKinds, isOwner } from '@/lib/knowledge/closures/policy'
import { getRevisionDraft } from '@/lib/knowledge/revisions/data'
import { canDecide } from '@/lib/knowledge/revisions/policy'
import { getPlan } from './data'
import { cancelPlan, saveClosingPlan, savePublicationPlan } from './mutations'
import { canCancelClosing, canCancelPublication } from './policy'
import { plannedMoment } from './rules'
import { cancelPlanSchema, planClosingSchema, planPublicationSchema } from './schema'
import type { PlannedTarget } from './types'

type Result = ActionResult<Saved>

/** Publishes a submitted version at a later moment. */
export async function planPublicationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ revisionId }: FormValues) => getRevisionDraft(String(revisionId)),
      can: async (actor, target) => canDecide(actor, target, await getRegionGraph()),
      schema: planPublicationSchema,
      shows: 'page',
    },
    async ({ revisionId, version, ...typed }, { actor, values }) => {
      const moment = plannedMoment(typed, new Date())
      if ('field' in moment) return invalidField(moment.field, moment.problem, values)
      await savePublicationPlan({ revisionId, version, at: moment.at, actorId: actor.userId })
      return null
    },
  )
}

/** Archives or withdraws an initiative at a later moment. */
export async function planClosingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ initiativeId }: FormValues) => getClosingTarget(String(initiativeId)),
      can: async (actor, target) => closingKinds(actor, target, await getRegionGraph()).length > 0,
      schema: planClosingSchema,
      shows: 'page',
    },
    async ({ initiativeId, kind, reason, ...typed }, { actor, target, values }) => {
      if (!closingKinds(actor, target, await getRegionGraph()).includes(kind))
        return invalidForm('NOT_FOUND', values)
      const moment = plannedMoment(typed, new Date())
      if ('field' in moment) return invalidField(moment.field, moment.problem, values)
      const organisationId = isOwner(actor, target) ? target.organisationId : null
      const closing = { initiativeId, kind, reason, organisationId, at: moment.at }
      await saveClosingPlan({ ...closing, actorId: actor.userId })
      return null
    },
  )
}

async function mayCancel(actor: Actor, plan: PlannedTarget): Promise<boolean> {
  const graph = await getRegionGraph()
  if (plan.revisionId !== null) {
    const draft = await getRevisionDraft(plan.revisionId)
    return draft !== null && canCancelPublication(actor, draft, graph)
  }
  const target = await getClosingTarget(plan.initiativeId)
  return target !== null && canCancelClosing(actor, plan, target, graph)
}

/** Takes away what was planned. */
export async function cancelPlanAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ id }: FormValues) => getPlan(String(id)),
      can: mayCancel,
      schema: cancelPlanSchema,
      shows: 'page',
    },
    async ({ id }, { actor }) => {
      await cancelPlan(id, actor.userId)
      return null
    },
  )
}
