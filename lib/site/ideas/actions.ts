'use server'
import { getLocale } from 'next-intl/server'
import { getPathname, redirect } from '@/i18n/navigation'
import { runAction } from '@/lib/base/http/action'
import { invalidField, type ActionResult } from '@/lib/base/http/action-result'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { AppError } from '@/lib/base/runtime/errors'
import { requireAllowed } from '@/lib/base/http/limit'
import { createLimit } from '@/lib/base/http/rate-limit'
import {
  fitsSealedCookie,
  takeSealedCookie,
  writeSealedCookie,
} from '@/lib/base/http/sealed-cookie'
import type { Submission } from '@/lib/base/http/submission'
import { saveReading } from '@/lib/knowledge/documents/mutations'
import { canReadDocuments } from '@/lib/knowledge/documents/policy'
import { currentActor, readerKey } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { answerIdea, readWithAlike } from './data'
import { IDEA_COOKIE, IDEA_SECONDS } from './rules'
import { ideaSchema } from './schema'
import type { IdeaAnswer } from './types'

/** An office shares its network; each answer costs about twenty small reads. */
const limit = createLimit({ name: 'idea', points: 60, windowSeconds: 60 * 60 })

/** The text waits in the browser of its writer, sealed, and comes back on this page. */
async function keepDuringSignIn(text: string): Promise<never> {
  await writeSealedCookie(IDEA_COOKIE, text, IDEA_SECONDS)
  const locale = await getLocale()
  // Not `terug`: with that the server takes it for a session that ended (server/form-relay.ts).
  const callbackUrl = getPathname({ href: '/check-idea', locale })
  return redirect({ href: { pathname: '/sign-in', query: { callbackUrl } }, locale })
}

/** The proposals of an idea go the way of those of a document: accepted one by one. */
async function keep(text: string, actor: Actor, submission: Submission): Promise<never> {
  const { proposals, alike } = await readWithAlike(text)
  const { id } = await saveReading({
    actorId: actor.userId,
    submission,
    source: '',
    proposals,
    consultedIds: alike.map(({ initiativeId }) => initiativeId),
    now: new Date(),
  })
  await takeSealedCookie(IDEA_COOKIE)
  return redirect({
    href: { pathname: '/workspace/initiatives/new/document/[id]', params: { id } },
    locale: await getLocale(),
  })
}

/** Checks an idea, for anyone, or keeps it as proposals for a draft, for who may add one. */
export async function ideaAction(
  _previous: ActionResult<IdeaAnswer>,
  form: FormData,
): Promise<ActionResult<IdeaAnswer>> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<ActionResult<IdeaAnswer>> => {
    const input = ideaSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { idea, act } = input.data
    requireAllowed(await limit.consume(await readerKey()))
    if (act === 'check') return { status: 'ok', data: await answerIdea(idea) }
    const actor = await currentActor()
    if (!actor)
      return fitsSealedCookie(IDEA_COOKIE, idea)
        ? keepDuringSignIn(idea)
        : invalidField('idea', 'tooLong', values)
    // The page offers this to nobody else.
    if (!canReadDocuments(actor)) throw new AppError('NOT_FOUND')
    return keep(idea, actor, submission)
  })
}
