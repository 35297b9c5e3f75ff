'use server'
import { runAction } from '@/lib/base/http/action'
import { limitMessage } from '@/lib/base/http/limit'
import {
  type ActionResult,
  invalidField,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { getInvitingOrganisation } from '@/lib/people/invitations/data'
import { canInvite } from '@/lib/people/invitations/policy'
import { isJudging } from '@/lib/people/invitations/rules'
import { getOpenRequest } from './data'
import { acceptRequest, refuseRequest, saveAccessRequest } from './mutations'
import { canDecide } from './policy'
import { REQUESTS_PER_DAY } from './rules'
import {
  acceptRequestSchema,
  accessRequestSchema,
  OTHER_ORGANISATION,
  refuseRequestSchema,
} from './schema'
import type { AccessRequestRow } from './types'

const DAY_SECONDS = 24 * 60 * 60
const addressLimit = createLimit({
  name: 'access-address',
  points: REQUESTS_PER_DAY,
  windowSeconds: DAY_SECONDS,
})
const networkLimit = createLimit({
  name: 'access-network',
  points: 30,
  windowSeconds: DAY_SECONDS,
})

/** The answer is the same for every address, also for one that asked too often. */
export async function askAccessAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const input = accessRequestSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { organisationId, ...request } = input.data
    const isListed = organisationId !== OTHER_ORGANISATION
    if (isListed && !(await getInvitingOrganisation(organisationId)))
      return invalidField('organisationId', 'unknownChoice', values)
    const { network } = await requestClient()
    const allowance = await networkLimit.consume(network)
    if (!allowance.allowed) return invalidForm(limitMessage(allowance.retryAfterSeconds), values)
    // Per network as well, so that a stranger cannot silence someone's own request.
    if ((await addressLimit.consume(`${request.email} ${network}`)).allowed)
      await saveAccessRequest({
        ...request,
        organisationId: isListed ? organisationId : null,
        organisationName: isListed ? '' : request.organisationName,
      })
    return saved()
  })
}

const decisionRules = {
  actor: requireActor,
  load: (values: { id?: unknown }) =>
    typeof values.id === 'string' && /^[0-9a-f-]{36}$/.test(values.id)
      ? getOpenRequest(values.id)
      : Promise.resolve(null),
  can: (actor: Actor, { organisationId }: AccessRequestRow) => canDecide(actor, organisationId),
  shows: 'page' as const,
}

export async function acceptRequestAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    { ...decisionRules, schema: acceptRequestSchema },
    async ({ id, ...offered }, { actor, values }) => {
      if (!canInvite(actor, { ...offered, platformRole: null }))
        return invalidField('organisationId', 'unknownChoice', values)
      const organisation = await getInvitingOrganisation(offered.organisationId)
      if (!organisation) return invalidField('organisationId', 'unknownChoice', values)
      if (isJudging(offered.role) && !organisation.hasRegion)
        return invalidField('role', 'judgeWithoutRegion', values)
      const decision = { id, actor: { id: actor.userId, name: actor.name } }
      return (await acceptRequest(decision, offered)) ? null : invalidForm('WRONG_STATE', values)
    },
  )
}

export async function refuseRequestAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    { ...decisionRules, schema: refuseRequestSchema },
    async ({ id, reason }, { actor, values }) => {
      const decision = { id, actor: { id: actor.userId, name: actor.name } }
      return (await refuseRequest(decision, reason)) ? null : invalidForm('WRONG_STATE', values)
    },
  )
}
