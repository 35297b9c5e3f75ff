'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { invalidateContent } from '@/lib/base/cache/cached'
import {
  type ActionResult,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import { getClosingTarget } from '@/lib/knowledge/closures/data'
import { isOwner } from '@/lib/knowledge/closures/policy'
import { getHandover } from './data'
import { acceptHandover, cancelHandover, declineHandover, offerInitiative } from './mutations'
import { canAnswer, canOffer } from './policy'
import { FAULT_KEYS } from './rules'
import { declineSchema, handoverSchema, offerSchema } from './schema'

type Result = ActionResult<Saved>

/** Offers an initiative to another organisation. */
export async function offerInitiativeAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ initiativeId }: FormValues) => getClosingTarget(String(initiativeId)),
      can: canOffer,
      schema: offerSchema,
      shows: 'page',
    },
    async (input, { actor, target, submission, values }) => {
      if (input.toId === target.organisationId) return invalidField('toId', 'choose', values)
      const offered = await offerInitiative({
        ...input,
        ...{ actorId: actor.userId, submission },
      })
      return offered === 'offered' ? null : invalidForm(FAULT_KEYS[offered], values)
    },
  )
}

const loadHandover = ({ initiativeId }: FormValues) => getHandover(String(initiativeId))

/** The owner takes an offer back. */
export async function cancelHandoverAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: loadHandover,
      can: (actor, { fromId }) => isOwner(actor, { organisationId: fromId }),
      schema: handoverSchema,
      shows: 'page',
    },
    async ({ initiativeId }, { actor, target }) => {
      await cancelHandover({ initiativeId, toId: target.toId, actorId: actor.userId })
      return null
    },
  )
}

/** Takes over an initiative that was offered. */
export async function acceptHandoverAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: loadHandover,
      can: canAnswer,
      schema: handoverSchema,
      shows: 'nothing',
    },
    async ({ initiativeId }, { actor, target, values }) => {
      const { toId } = target
      const accepted = await acceptHandover({ initiativeId, toId, actorId: actor.userId })
      if (accepted !== 'accepted') return invalidForm(FAULT_KEYS[accepted], values)
      invalidateContent()
      return redirect({
        href: { pathname: '/workspace/initiatives/[id]/standing', params: { id: initiativeId } },
        locale: await getLocale(),
      })
    },
  )
}

/** Declines an initiative that was offered, with the reason. */
export async function declineHandoverAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: loadHandover,
      can: canAnswer,
      schema: declineSchema,
      shows: 'nothing',
    },
    async (input, { actor, target }) => {
      await declineHandover({ ...input, toId: target.toId, actorId: actor.userId })
      return redirect({ href: '/workspace', locale: await getLocale() })
    },
  )
}
