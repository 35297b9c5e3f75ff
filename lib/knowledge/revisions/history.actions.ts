'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import {
  type ActionResult,
  type FormValues,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import { getOrganisationOfInitiative, getRevisionDraft } from './data'
import { restoreVersion } from './history.mutations'
import { submitRevision } from './mutations'
import { canCreate, canEdit } from './policy'
import { isComplete } from './rules'
import { restoreSchema, submitVersionSchema } from './schema'

type Result = ActionResult<Saved>

/** Hands in a version of what is public already, with what changed and why. */
export async function submitVersionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ revisionId }: FormValues) => getRevisionDraft(String(revisionId)),
      can: canEdit,
      schema: submitVersionSchema,
      shows: 'nothing',
    },
    async (input, { actor, target, values }) => {
      if (!isComplete(target.content)) return invalidForm('versionIncomplete', values)
      await submitRevision({ ...input, from: target.status, actorId: actor.userId })
      return redirect({
        href: { pathname: '/workspace', query: { gedaan: 'ingediend', over: target.id } },
        locale: await getLocale(),
      })
    },
  )
}

/** Starts a new version with the text of an older one. */
export async function restoreVersionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ initiativeId }: FormValues) => getOrganisationOfInitiative(String(initiativeId)),
      can: canCreate,
      schema: restoreSchema,
      shows: 'nothing',
    },
    async (input, { actor, values }) => {
      const restored = await restoreVersion({ ...input, actorId: actor.userId })
      if (restored === 'open') return invalidForm('versionOpen', values)
      return redirect({
        href: { pathname: '/workspace/initiatives/[id]', params: { id: restored.revisionId } },
        locale: await getLocale(),
      })
    },
  )
}
