'use server'
import type { z } from 'zod'
import { type ActionResult, invalidForm, type Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { createSenderLimit } from '@/lib/base/http/rate-limit'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { closeEnquiry, markSpam, restoreEnquiry, saveAnswer } from './answers.mutations'
import { getEnquiry } from './data'
import { canAnswer } from './policy'
import { answerSchema, enquiryIdSchema, outcomeSchema } from './schema'
import type { EnquiryThread } from './types'

type Result = ActionResult<Saved>

const answerLimit = createSenderLimit({
  name: 'enquiry-answer',
  perPerson: 60,
  perNetwork: 300,
  windowSeconds: 24 * 60 * 60,
})

const rules = {
  actor: requireActor,
  load: ({ id }: { id?: unknown }) =>
    typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? getEnquiry(id) : Promise.resolve(null),
  can: (actor: Actor, target: EnquiryThread) => canAnswer(actor, target),
  shows: 'page' as const,
}

/** An answer to a question; a reported mistake also says what became of it. */
async function answer(
  form: FormData,
  kind: EnquiryThread['kind'],
  schema: z.ZodType<Typed>,
): Promise<Result> {
  return runForm(
    form,
    {
      ...rules,
      can: (actor, target) => rules.can(actor, target) && target.kind === kind,
      schema,
      skipRepeat: true,
      limit: async ({ actor }) => answerLimit.consume(actor.userId, await requestClient()),
    },
    async ({ text, outcome = null }, { actor, target, submission, values }) => {
      const written = await saveAnswer(
        { actorId: actor.userId, submission },
        { id: target.id, text, outcome, actor: { id: actor.userId, name: actor.name } },
      )
      return written ? null : invalidForm('enquiryClosed', values)
    },
  )
}

interface Typed {
  text: string
  outcome?: 'corrected' | 'declined'
}

export async function answerEnquiryAction(_previous: Result, form: FormData): Promise<Result> {
  return answer(form, 'question', answerSchema)
}

export async function settleMistakeAction(_previous: Result, form: FormData): Promise<Result> {
  return answer(form, 'mistake', outcomeSchema)
}

type Mutation = (act: { id: string; actorId: string }) => Promise<boolean>

/** Pressed twice is pressed once. */
async function act(form: FormData, mutate: Mutation): Promise<Result> {
  return runForm(
    form,
    { ...rules, schema: enquiryIdSchema },
    async ({ id }, { actor }): Promise<null> => {
      await mutate({ id, actorId: actor.userId })
      return null
    },
  )
}

export async function closeEnquiryAction(_previous: Result, form: FormData): Promise<Result> {
  return act(form, closeEnquiry)
}

export async function markSpamAction(_previous: Result, form: FormData): Promise<Result> {
  return act(form, markSpam)
}

export async function restoreEnquiryAction(_previous: Result, form: FormData): Promise<Result> {
  return act(form, restoreEnquiry)
}
