'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import type { ActionResult, FormValues, Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import { getClosingTarget } from '@/lib/knowledge/closures/data'
import { isOwner } from '@/lib/knowledge/closures/policy'
import { splitInitiative } from './mutations'
import { splitSchema } from './schema'

type Result = ActionResult<Saved>

/** Starts a draft of its own with parts of a public initiative. */
export async function splitInitiativeAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ initiativeId }: FormValues) => getClosingTarget(String(initiativeId)),
      can: (actor, target) => target.isPublished && isOwner(actor, target),
      schema: splitSchema,
      shows: 'nothing',
    },
    async (input, { actor, submission }) => {
      const { revisionId } = await splitInitiative({
        ...input,
        ...{ actorId: actor.userId, submission },
      })
      return redirect({
        href: { pathname: '/workspace/initiatives/[id]', params: { id: revisionId } },
        locale: await getLocale(),
      })
    },
  )
}
