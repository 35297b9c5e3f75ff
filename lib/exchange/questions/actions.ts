'use server'
import type { z } from 'zod'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import {
  type ActionResult,
  type FormValues,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { getAskable, getPost } from './data'
import {
  saveAccepted,
  saveAnswer,
  saveHidden,
  saveQuestion,
  saveReport,
  saveReportsSettled,
  saveShown,
} from './mutations'
import { canAccept, canModerate, canPost, canReport } from './policy'
import { DAY_NETWORK_POSTS, DAY_POSTS, DAY_REPORTS } from './rules'
import {
  acceptSchema,
  answerSchema,
  askSchema,
  hideSchema,
  postIdSchema,
  reportSchema,
} from './schema'
import type { PostTarget } from './types'

type Result = ActionResult<Saved>

const DAY = 24 * 60 * 60
const personLimit = createLimit({ name: 'question-person', points: DAY_POSTS, windowSeconds: DAY })
const networkLimit = createLimit({
  name: 'question-network',
  points: DAY_NETWORK_POSTS,
  windowSeconds: DAY,
})
const reportLimit = createLimit({
  name: 'question-report',
  points: DAY_REPORTS,
  windowSeconds: DAY,
})

/** What is said when someone, or a whole network, wrote too much today; null when it may go on. */
async function flood(actor: Actor): Promise<string | null> {
  if (!(await personLimit.consume(actor.userId)).allowed) return 'postsFull'
  return (await networkLimit.consume((await requestClient()).network)).allowed
    ? null
    : 'postsNetworkFull'
}

/** In whose name this is written. NOT_FOUND for someone else's. */
function namedBy(actor: Actor, organisationId: string) {
  const id = organisationId === '' ? null : organisationId
  if (!canPost(actor, id)) throw new AppError('NOT_FOUND')
  const name = actor.memberships.find((one) => one.organisationId === id)?.organisationName
  return {
    organisation: id === null || name === undefined ? null : { id, name },
    actor: { id: actor.userId, name: actor.name },
  }
}

/** Asks a question under an initiative. */
export async function askAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const input = askSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const initiative = await getAskable(input.data.initiativeId)
    const name = namedBy(actor, input.data.organisationId)
    if (!initiative) throw new AppError('NOT_FOUND')
    const full = await flood(actor)
    if (full !== null) return invalidForm(full, values)
    await saveQuestion(initiative, { text: input.data.text, ...name })
    return savedAndShown()
  })
}

/** Who asks, may they with this post, is the form sound, do it. */
async function runPost<Schema extends z.ZodType<{ postId: string }>>(
  form: FormData,
  schema: Schema,
  may: (actor: Actor, post: PostTarget) => boolean,
  body: (
    input: z.infer<Schema>,
    context: { actor: Actor; post: PostTarget; values: FormValues },
  ) => Promise<Result | null>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const about = postIdSchema.shape.postId.safeParse(values.postId)
    const post = about.success ? await getPost(about.data) : null
    if (!post || !may(actor, post)) throw new AppError('NOT_FOUND')
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    return (await body(input.data, { actor, post, values })) ?? savedAndShown()
  })
}

/** Answers a question. */
export async function answerQuestionAction(_previous: Result, form: FormData): Promise<Result> {
  return runPost(
    form,
    answerSchema,
    (_, post) => !post.isAnswer && !post.hidden,
    async ({ organisationId, text }, { actor, post, values }) => {
      const name = namedBy(actor, organisationId)
      const full = await flood(actor)
      if (full !== null) return invalidForm(full, values)
      await saveAnswer(post, { text, ...name })
      return null
    },
  )
}

/** Marks the answer that helped, or takes the mark away. */
export async function acceptAnswerAction(_previous: Result, form: FormData): Promise<Result> {
  return runPost(
    form,
    acceptSchema,
    (actor, post) => post.isAnswer && !post.hidden && canAccept(actor, post),
    async ({ postId, accept }, { actor, post }) => {
      await saveAccepted({
        questionId: post.questionId,
        answerId: postId,
        accept: accept === '1',
        actorId: actor.userId,
      })
      return null
    },
  )
}

/** Reports a post to the moderators. */
export async function reportPostAction(_previous: Result, form: FormData): Promise<Result> {
  return runPost(
    form,
    reportSchema,
    (actor, post) => !post.hidden && canReport(actor, post),
    async ({ postId, reason }, { actor, values }) => {
      if (!(await reportLimit.consume(actor.userId)).allowed)
        return invalidForm('reportsFull', values)
      await saveReport({ postId, reason, actorId: actor.userId })
      return saved()
    },
  )
}

/** Hides a post with a reason. */
export async function hidePostAction(_previous: Result, form: FormData): Promise<Result> {
  return runPost(form, hideSchema, canModerate, async ({ postId, reason }, { actor }) => {
    await saveHidden({ postId, reason, actorId: actor.userId })
    return null
  })
}

/** Shows a hidden post again. */
export async function showPostAction(_previous: Result, form: FormData): Promise<Result> {
  return runPost(form, postIdSchema, canModerate, async ({ postId }, { actor }) => {
    await saveShown({ postId, actorId: actor.userId })
    return null
  })
}

/** Leaves a reported post where it is. */
export async function keepPostAction(_previous: Result, form: FormData): Promise<Result> {
  return runPost(form, postIdSchema, canModerate, async ({ postId }, { actor }) => {
    await saveReportsSettled({ postId, actorId: actor.userId })
    return null
  })
}
