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
import { getClosingTarget } from '@/lib/knowledge/closures/data'
import { isOwner } from '@/lib/knowledge/closures/policy'
import { HINDRANCE_KEYS } from '@/lib/knowledge/closures/rules'
import { mergeInitiatives } from './mutations'
import { canMerge } from './policy'
import { mergeFault } from './rules'
import { mergeSchema } from './schema'
import type { MergePair } from './types'

type Result = ActionResult<Saved>

async function loadPair({ fromId, intoId }: FormValues): Promise<MergePair | null> {
  const [from, into] = await Promise.all([
    getClosingTarget(String(fromId)),
    getClosingTarget(String(intoId)),
  ])
  return from && into && { from, into }
}

/** Merges one initiative into another; its address leads on from then. */
export async function mergeInitiativesAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: loadPair,
      can: async (actor, pair) => canMerge(actor, pair, await getRegionGraph()),
      schema: mergeSchema,
      shows: 'nothing',
    },
    async ({ fromId, intoId, reason }, { actor, target: { from, into }, values }) => {
      const fault = mergeFault({ from, into })
      if (fault) return invalidForm(fault, values)
      const merged = await mergeInitiatives({
        ...{ fromId, intoId, reason },
        organisationId: isOwner(actor, from) ? from.organisationId : null,
        actorId: actor.userId,
      })
      if (merged !== 'merged') return invalidForm(HINDRANCE_KEYS[merged], values)
      invalidateContent()
      return redirect({
        href: { pathname: '/initiatives/[slug]', params: { slug: into.slug } },
        locale: await getLocale(),
      })
    },
  )
}
