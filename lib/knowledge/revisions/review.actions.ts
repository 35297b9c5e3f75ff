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
import { requireActor } from '@/lib/people/accounts/session'
import { getRegionGraph } from '@/lib/base/regions/data'
import { getRevisionDraft } from './data'
import { publishRevision, returnRevision } from './mutations'
import { canDecide } from './policy'
import { hasWords, typedRemarks } from './review.rules'
import { decisionSchema } from './schema'

type Result = ActionResult<Saved>

const isIntent = (intent: unknown) => intent === 'publish' || intent === 'return'

/** Publishes a version, or gives it back with a reason and remarks about its fields. */
export async function decideAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ revisionId, intent }: FormValues) =>
        isIntent(intent) ? getRevisionDraft(String(revisionId)) : Promise.resolve(null),
      can: async (actor, target) => canDecide(actor, target, await getRegionGraph()),
      schema: decisionSchema,
      input: ({ revisionId, version, intent, reason, ...typed }) => ({
        revisionId,
        version,
        intent,
        reason,
        remarks: typedRemarks(typed),
      }),
      shows: 'nothing',
    },
    async (decision, { actor, target, values }) => {
      const { revisionId, version, intent, reason, remarks } = decision
      const change = { revisionId, version, from: target.status, actorId: actor.userId }
      if (intent === 'publish') {
        if (hasWords(decision)) return invalidForm('wordsWithPublish', values)
        await publishRevision(change)
        invalidateContent()
      } else await returnRevision({ ...change, reason, remarks })
      return redirect({
        href: {
          pathname: '/workspace',
          query: {
            gedaan: intent === 'publish' ? 'gepubliceerd' : 'teruggegeven',
            over: target.id,
          },
        },
        locale: await getLocale(),
      })
    },
  )
}
