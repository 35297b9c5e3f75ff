'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { textBlocks } from '@/lib/base/files/documents/plain-text'
import { invalidField, type ActionResult, type Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import { canCreate } from '@/lib/knowledge/revisions/policy'
import { draftSchema } from '@/lib/knowledge/revisions/schema'
import { getReading } from './data'
import { draftInput } from './draft.rules'
import { loadKnowledge } from './loaders'
import { saveDraftFromReading, saveReading } from './mutations'
import { canReadDocuments } from './policy'
import { proposalsOf } from './rules'
import { pastedSchema, readingTargetSchema } from './schema'

type Result = ActionResult<Saved>

const showReading = async (id: string): Promise<never> =>
  redirect({
    href: { pathname: '/workspace/initiatives/new/document/[id]', params: { id } },
    locale: await getLocale(),
  })

/** Reads pasted text. A file goes to a route of its own, which takes 20 MB. */
export async function readPastedAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: () => Promise.resolve({}),
      can: canReadDocuments,
      schema: pastedSchema,
      shows: 'nothing',
    },
    async ({ text }, { actor, submission, values }) => {
      const proposals = proposalsOf(textBlocks(text), await loadKnowledge())
      if (proposals.length === 0) return invalidField('text', 'nothingFound', values)
      const sender = { actorId: actor.userId, submission }
      const { id } = await saveReading({ ...sender, source: '', proposals, now: new Date() })
      return showReading(id)
    },
  )
}

/** Makes a draft of what was accepted. A reading that is gone and a forbidden organisation look the same. */
export async function draftFromReadingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: async (values, actor) => {
        const target = readingTargetSchema.safeParse(values)
        if (!target.success) return null
        const reading = await getReading(target.data.readingId, actor.userId, new Date())
        return { ...target.data, reading }
      },
      can: (actor, { organisationId }) => canCreate(actor, organisationId),
      schema: draftSchema,
      input: (values, { reading }) => draftInput(reading?.proposals ?? [], values),
      shows: 'nothing',
    },
    async (content, { actor, target, submission }) => {
      const { readingId, organisationId } = target
      const sender = { actorId: actor.userId, submission }
      const { revisionId } = await saveDraftFromReading({
        ...sender,
        readingId,
        organisationId,
        content,
      })
      return redirect({
        href: { pathname: '/workspace/initiatives/[id]', params: { id: revisionId } },
        locale: await getLocale(),
      })
    },
  )
}
