'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import { requireAllowed } from '@/lib/base/http/limit'
import {
  type ActionResult,
  type FormValues,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { isRepeat } from '@/lib/base/http/submission'
import { getRevisionDraft } from '@/lib/knowledge/revisions/data'
import { canEdit, canRead } from '@/lib/knowledge/revisions/policy'
import { getJoining, getOther } from './data'
import { saveOverlapChoice, saveReply } from './mutations'
import { canReply } from './policy'
import { answerField, overlapSchema, replySchema, wordsField } from './schema'
import type { OverlapOther } from './types'

/** Joining mails people. */
const joinLimit = createLimit({ name: 'overlap-join', points: 10, windowSeconds: 24 * 60 * 60 })

/** The form has a pair of fields per lookalike; errors go back to those of this one. */
function invalidChoice(error: z.ZodError, values: FormValues, otherId: string) {
  const result = invalidResult(error, values)
  const fieldErrors = Object.fromEntries(
    Object.entries(result.fieldErrors).map(([field, keys]) => [
      field === 'answer' || field === 'words' ? `${field}_${otherId}` : field,
      keys,
    ]),
  )
  return { ...result, fieldErrors }
}

async function requireOther(
  otherId: string,
  initiativeId: string,
  actor: Actor,
): Promise<OverlapOther> {
  const other = await getOther(otherId)
  const isReadable =
    !other?.draft ||
    canRead(actor, {
      organisationId: other.organisationId,
      status: other.draft.status,
      createdById: null,
    })
  if (!other || other.initiativeId === initiativeId || !isReadable) throw new AppError('NOT_FOUND')
  return other
}

export async function decideOverlapAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<ActionResult<Saved>> => {
    const actor = await requireActor()
    const otherId = String(values.otherId ?? '')
    const draft = await getRevisionDraft(String(values.revisionId ?? ''))
    if (!draft || !canEdit(actor, draft)) throw new AppError('NOT_FOUND')
    const input = overlapSchema.safeParse({
      revisionId: values.revisionId,
      otherId: values.otherId,
      answer: values[answerField(otherId)],
      words: values[wordsField(otherId)],
    })
    if (!input.success) return invalidChoice(input.error, values, otherId)
    const other = await requireOther(input.data.otherId, draft.initiativeId, actor)
    const sender = { actorId: actor.userId, submission }
    if (input.data.answer === 'join' && !(await isRepeat(sender)))
      requireAllowed(await joinLimit.consume(actor.userId))
    const source = {
      revisionId: draft.id,
      initiativeId: draft.initiativeId,
      organisationId: draft.organisationId,
      organisationName: draft.organisationName,
      title: draft.content.title,
    }
    await saveOverlapChoice({
      source,
      other,
      answer: input.data.answer,
      words: input.data.words,
      ...sender,
    })
    return savedAndShown()
  })
}

export async function replyJoinAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<ActionResult<Saved>> => {
    const actor = await requireActor()
    const joinId = String(values.joinId ?? '')
    const joining = z.uuid().safeParse(joinId).success ? await getJoining(joinId) : null
    if (!joining || !canReply(actor, joining)) throw new AppError('NOT_FOUND')
    const input = replySchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    await saveReply({
      joining,
      welcome: input.data.welcome === 'yes',
      words: input.data.words,
      actorId: actor.userId,
      submission,
    })
    refresh()
    return saved()
  })
}
