'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { invalidateContent } from '@/lib/base/cache/cached'
import {
  type ActionResult,
  type FormValues,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { getRegionGraph } from '@/lib/base/regions/data'
import { requireActor } from '@/lib/people/accounts/session'
import { getClosingTarget } from './data'
import { closeInitiative, reopenInitiative } from './mutations'
import { canReopen, closingKinds, isOwner } from './policy'
import { HINDRANCE_KEYS } from './rules'
import { closeSchema, reopenSchema } from './schema'

type Result = ActionResult<Saved>

async function showPage(slug: string): Promise<never> {
  invalidateContent()
  return redirect({
    href: { pathname: '/initiatives/[slug]', params: { slug } },
    locale: await getLocale(),
  })
}

/** Archives or withdraws an initiative, with the reason that readers see. */
export async function closeInitiativeAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ initiativeId }: FormValues) => getClosingTarget(String(initiativeId)),
      can: async (actor, target) => closingKinds(actor, target, await getRegionGraph()).length > 0,
      schema: closeSchema,
      shows: 'nothing',
    },
    async ({ initiativeId, kind, reason }, { actor, target, values }) => {
      if (!closingKinds(actor, target, await getRegionGraph()).includes(kind))
        return invalidForm('NOT_FOUND', values)
      const organisationId = isOwner(actor, target) ? target.organisationId : null
      const closed = await closeInitiative({
        ...{ initiativeId, kind, reason, organisationId },
        actorId: actor.userId,
      })
      if (closed !== 'closed') return invalidForm(HINDRANCE_KEYS[closed], values)
      return showPage(target.slug)
    },
  )
}

/** Brings an archived or withdrawn initiative back as it was. */
export async function reopenInitiativeAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ initiativeId }: FormValues) => getClosingTarget(String(initiativeId)),
      can: async (actor, target) => canReopen(actor, target, await getRegionGraph()),
      schema: reopenSchema,
      shows: 'nothing',
    },
    async ({ initiativeId }, { actor, target }) => {
      await reopenInitiative({ initiativeId, actorId: actor.userId })
      return showPage(target.slug)
    },
  )
}
