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
import type { Actor } from '@/lib/people/accounts/types'
import { getRevisionDraft } from '@/lib/knowledge/revisions/data'
import { canEdit } from '@/lib/knowledge/revisions/policy'
import { isComplete } from '@/lib/knowledge/revisions/rules'
import { submitVersionSchema } from '@/lib/knowledge/revisions/schema'
import { getCorrection } from './data'
import { approveCorrection, publishCorrection, sendCorrectionBack } from './mutations'
import { canLookAfter } from './policy'
import { lookedAtSchema, sendBackSchema } from './schema'
import type { CorrectionDetail } from './types'

type Result = ActionResult<Saved>

/** Publishes a small correction without waiting for a moderator. */
export async function publishCorrectionAction(_previous: Result, form: FormData): Promise<Result> {
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
      const published = await publishCorrection({ ...input, actorId: actor.userId })
      if (published !== 'published') return invalidForm('notSmall', values)
      invalidateContent()
      return redirect({
        href: { pathname: '/initiatives/[slug]', params: { slug: target.slug } },
        locale: await getLocale(),
      })
    },
  )
}

const lookingAfter = {
  actor: requireActor,
  load: ({ revisionId }: FormValues) => getCorrection(String(revisionId)),
  can: async (actor: Actor, target: CorrectionDetail) =>
    canLookAfter(actor, target, await getRegionGraph()),
  shows: 'nothing' as const,
}

async function showWorkspace(): Promise<never> {
  return redirect({ href: '/workspace', locale: await getLocale() })
}

/** Agrees with a correction. */
export async function approveCorrectionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...lookingAfter, schema: lookedAtSchema },
    async ({ revisionId }, { actor }) => {
      await approveCorrection(revisionId, actor.userId)
      return showWorkspace()
    },
  )
}

/** Puts the version before a correction back. */
export async function sendCorrectionBackAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...lookingAfter, schema: sendBackSchema }, async (input, { actor }) => {
    await sendCorrectionBack({ ...input, actorId: actor.userId })
    invalidateContent()
    return showWorkspace()
  })
}
