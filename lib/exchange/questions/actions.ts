'use server'
import { requestClient, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import {
  type ActionResult,
  type FormValues,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { runForm } from '@/lib/base/http/form-action'
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

async function flood(actor: Actor): Promise<string | null> {
  if (!(await personLimit.consume(actor.userId)).allowed) return 'postsFull'
  return (await networkLimit.consume((await requestClient()).network)).allowed
    ? null
    : 'postsNetworkFull'
}

function namedBy(actor: Actor, organisationId: string) {
  const id = organisationId === '' ? null : organisationId
  if (!canPost(actor, id)) throw new AppError('NOT_FOUND')
  const name = actor.memberships.find((one) => one.organisationId === id)?.organisationName
  return {
    organisation: id === null || name === undefined ? null : { id, name },
    actor: { id: actor.userId, name: actor.name },
  }
}

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

const aboutPost = {
  actor: requireActor,
  load: ({ postId }: FormValues) => {
    const id = postIdSchema.shape.postId.safeParse(postId)
    return id.success ? getPost(id.data) : Promise.resolve(null)
  },
  shows: 'page' as const,
}
const moderating = { ...aboutPost, can: canModerate }

export async function answerQuestionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      ...aboutPost,
      schema: answerSchema,
      can: (_actor: Actor, post: PostTarget) => !post.isAnswer && !post.hidden,
    },
    async ({ organisationId, text }, { actor, target: post, values }) => {
      const name = namedBy(actor, organisationId)
      const full = await flood(actor)
      if (full !== null) return invalidForm(full, values)
      await saveAnswer(post, { text, ...name })
      return null
    },
  )
}

export async function acceptAnswerAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      ...aboutPost,
      schema: acceptSchema,
      can: (actor: Actor, post: PostTarget) =>
        post.isAnswer && !post.hidden && canAccept(actor, post),
    },
    async ({ postId, accept }, { actor, target: post }) => {
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

export async function reportPostAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      ...aboutPost,
      schema: reportSchema,
      can: (actor: Actor, post: PostTarget) => !post.hidden && canReport(actor, post),
      shows: 'nothing',
    },
    async ({ postId, reason }, { actor, values }) => {
      if (!(await reportLimit.consume(actor.userId)).allowed)
        return invalidForm('reportsFull', values)
      await saveReport({ postId, reason, actorId: actor.userId })
      return null
    },
  )
}

export async function hidePostAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...moderating, schema: hideSchema },
    async ({ postId, reason }, { actor }) => {
      await saveHidden({ postId, reason, actorId: actor.userId })
      return null
    },
  )
}

export async function showPostAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...moderating, schema: postIdSchema }, async ({ postId }, { actor }) => {
    await saveShown({ postId, actorId: actor.userId })
    return null
  })
}

export async function keepPostAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...moderating, schema: postIdSchema }, async ({ postId }, { actor }) => {
    await saveReportsSettled({ postId, actorId: actor.userId })
    return null
  })
}
