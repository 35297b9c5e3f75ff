import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { MAX_THREADS, orderAnswers } from './rules'
import type {
  AnsweredQuestion,
  ModeratedPost,
  PostTarget,
  PublicPost,
  QuestionThread,
} from './types'

const MAX_ANSWERS = 100
const MAX_MODERATED = 200

const POST = {
  id: true,
  text: true,
  createdAt: true,
  organisationId: true,
  author: { select: { name: true, disabledAt: true } },
  organisation: { select: { name: true } },
  initiative: { select: { organisationId: true } },
} as const satisfies Prisma.PostSelect

type PostRow = Prisma.PostGetPayload<{ select: typeof POST }>

const toPost = ({
  id,
  text,
  createdAt,
  organisationId,
  author,
  organisation,
  initiative,
}: PostRow): PublicPost => ({
  id,
  text,
  at: createdAt.toISOString(),
  fromOwner: organisationId === initiative.organisationId,
  author: {
    name: author?.disabledAt === null ? author.name : null,
    organisation: organisation?.name ?? null,
  },
})

const readable = { hiddenAt: null } as const
const isPublic = { initiative: { publishedRevisionId: { not: null } } } as const

/** Visible questions under an initiative with their answers, newest first. */
export async function listQuestions(initiativeId: string): Promise<QuestionThread[]> {
  const rows = await db.post.findMany({
    where: { initiativeId, questionId: null, ...readable, ...isPublic },
    select: {
      ...POST,
      acceptedId: true,
      answers: {
        where: readable,
        select: POST,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: MAX_ANSWERS,
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_THREADS,
  })
  return rows.map(({ answers, acceptedId, ...row }) => ({
    ...toPost(row),
    acceptedId,
    answers: orderAnswers(answers.map(toPost), acceptedId),
  }))
}

/** What this person asked and wrote under an initiative. */
export async function listOwnPosts(initiativeId: string, authorId: string): Promise<Set<string>> {
  return new Set(
    (
      await db.post.findMany({
        where: { initiativeId, authorId },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: MAX_THREADS * 10,
      })
    ).map(({ id }) => id),
  )
}

/** A published initiative to ask about, or null. */
export async function getAskable(
  initiativeId: string,
): Promise<{ id: string; slug: string; title: string; ownerOrganisationId: string } | null> {
  const row = await db.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      id: true,
      slug: true,
      organisationId: true,
      publishedRevision: { select: { title: true } },
    },
  })
  return row?.publishedRevision
    ? {
        id: row.id,
        slug: row.slug,
        title: row.publishedRevision.title,
        ownerOrganisationId: row.organisationId,
      }
    : null
}

/** A post under a published initiative, hidden or not, or null. */
export async function getPost(id: string): Promise<PostTarget | null> {
  const row = await db.post.findFirst({
    where: { id, ...isPublic },
    select: {
      id: true,
      initiativeId: true,
      questionId: true,
      authorId: true,
      hiddenAt: true,
      question: { select: { authorId: true, hiddenAt: true } },
      initiative: {
        select: {
          slug: true,
          organisationId: true,
          publishedRevision: { select: { title: true } },
        },
      },
    },
    orderBy: { id: 'asc' },
  })
  if (!row) return null
  const { initiative, question } = row
  return {
    id: row.id,
    initiativeId: row.initiativeId,
    slug: initiative.slug,
    title: initiative.publishedRevision?.title ?? initiative.slug,
    ownerOrganisationId: initiative.organisationId,
    questionId: row.questionId ?? row.id,
    isAnswer: row.questionId !== null,
    authorId: row.authorId,
    askerId: question ? question.authorId : row.authorId,
    hidden: row.hiddenAt !== null || (question?.hiddenAt ?? null) !== null,
  }
}

/** Reported posts, oldest first, and hidden ones, except of the moderator's own organisations. */
export async function listModerated(
  exceptOrganisationIds: readonly string[],
): Promise<{ reported: ModeratedPost[]; hidden: ModeratedPost[] }> {
  const select = {
    ...POST,
    questionId: true,
    hiddenAt: true,
    hideReason: true,
    initiative: {
      select: { slug: true, organisationId: true, publishedRevision: { select: { title: true } } },
    },
    reports: {
      where: { settledAt: null },
      select: { reason: true },
      orderBy: [{ createdAt: 'asc' as const }, { reporterId: 'asc' as const }],
      take: MAX_ANSWERS,
    },
  }
  const where = {
    initiative: {
      organisationId: { notIn: [...exceptOrganisationIds] },
      publishedRevisionId: { not: null },
    },
  }
  const [reported, hidden] = await Promise.all([
    db.post.findMany({
      where: { ...where, ...readable, reports: { some: { settledAt: null } } },
      select,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: MAX_MODERATED,
    }),
    db.post.findMany({
      where: { ...where, hiddenAt: { not: null } },
      select,
      orderBy: [{ hiddenAt: 'desc' }, { id: 'desc' }],
      take: MAX_MODERATED,
    }),
  ])
  const toModerated = ({
    reports,
    questionId,
    hiddenAt,
    hideReason,
    ...row
  }: (typeof reported)[number]): ModeratedPost => ({
    ...toPost(row),
    slug: row.initiative.slug,
    title: row.initiative.publishedRevision?.title ?? row.initiative.slug,
    isAnswer: questionId !== null,
    reasons: reports.map(({ reason }) => reason),
    hidden: hiddenAt === null ? null : { reason: hideReason ?? '', at: hiddenAt.toISOString() },
  })
  return { reported: reported.map(toModerated), hidden: hidden.map(toModerated) }
}

/** How many posts are reported, except of these organisations. */
export async function countReported(exceptOrganisationIds: readonly string[]): Promise<number> {
  return db.post.count({
    where: {
      ...readable,
      reports: { some: { settledAt: null } },
      initiative: {
        organisationId: { notIn: [...exceptOrganisationIds] },
        publishedRevisionId: { not: null },
      },
    },
  })
}

const OPEN_PAGE = 100
const OPEN_POST = {
  text: true,
  createdAt: true,
  organisation: { select: { name: true } },
} as const satisfies Prisma.PostSelect
const toOpen = ({
  text,
  createdAt,
  organisation,
}: Prisma.PostGetPayload<{ select: typeof OPEN_POST }>) => ({
  text,
  at: createdAt.toISOString(),
  organisation: organisation?.name ?? null,
})

/** Questions with an accepted answer, without names of people, newest first; one page. */
export async function listAnswered({
  slug,
  page,
}: {
  slug: string | undefined
  page: number
}): Promise<{ threads: AnsweredQuestion[]; total: number }> {
  const where = {
    questionId: null,
    ...readable,
    accepted: readable,
    initiative: { publishedRevisionId: { not: null }, ...(slug !== undefined && { slug }) },
  } as const satisfies Prisma.PostWhereInput
  const [rows, total] = await Promise.all([
    db.post.findMany({
      where,
      select: {
        ...OPEN_POST,
        accepted: { select: OPEN_POST },
        initiative: { select: { slug: true } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * OPEN_PAGE,
      take: OPEN_PAGE,
    }),
    db.post.count({ where }),
  ])
  return {
    threads: rows.flatMap(({ accepted, initiative, ...row }) =>
      accepted ? [{ slug: initiative.slug, question: toOpen(row), answer: toOpen(accepted) }] : [],
    ),
    total,
  }
}
