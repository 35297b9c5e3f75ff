import 'server-only'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { MAX_LINKS, orderQuestions } from './rules'
import type { AskedQuestion, LearningQuestion, LearningStatus, OpenQuestion } from './types'

const MAX_LISTED = 100

/** The questions of one region, in order, with public initiatives. */
export async function listQuestions(regionId: string): Promise<LearningQuestion[]> {
  const rows = await db.learningQuestion.findMany({
    where: { regionId },
    select: {
      id: true,
      question: true,
      why: true,
      answerBy: true,
      status: true,
      learnt: true,
      version: true,
      links: {
        where: { initiative: { publishedRevisionId: { not: null } } },
        select: { initiative: { select: { search: { select: { slug: true, title: true } } } } },
        orderBy: [{ position: 'asc' }, { initiativeId: 'asc' }],
        take: MAX_LINKS,
      },
      calls: {
        where: { hiddenAt: null },
        select: { slug: true, title: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: MAX_LINKS,
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_LISTED,
  })
  return orderQuestions(
    rows.map(({ links, answerBy, ...row }) => ({
      ...row,
      answerBy: toCalendarDate(answerBy),
      initiatives: links.flatMap(({ initiative }) => initiative.search ?? []),
    })),
  )
}

/** A question with the region that asks it, or null. */
export async function getQuestion(id: string): Promise<AskedQuestion | null> {
  return db.learningQuestion.findUnique({
    where: { id },
    select: {
      id: true,
      question: true,
      why: true,
      region: { select: { id: true, slug: true, name: true } },
    },
  })
}

const MAX_OPEN = 100

/** Questions of all regions, latest change first; one page with the total. */
export async function listOpenQuestions({
  region,
  status,
  page,
}: {
  region: string | undefined
  status: LearningStatus | undefined
  page: number
}): Promise<{ questions: OpenQuestion[]; total: number }> {
  const where = {
    ...(region !== undefined && { region: { slug: region } }),
    ...(status !== undefined && { status }),
  }
  const [rows, total] = await Promise.all([
    db.learningQuestion.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * MAX_OPEN,
      take: MAX_OPEN,
      select: {
        id: true,
        question: true,
        why: true,
        answerBy: true,
        status: true,
        learnt: true,
        region: { select: { slug: true, code: true, name: true } },
        links: {
          where: { initiative: { publishedRevisionId: { not: null } } },
          select: { initiative: { select: { slug: true } } },
          orderBy: [{ position: 'asc' }, { initiativeId: 'asc' }],
          take: MAX_LINKS,
        },
        calls: {
          where: { hiddenAt: null },
          select: { slug: true },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: MAX_LINKS,
        },
      },
    }),
    db.learningQuestion.count({ where }),
  ])
  return {
    questions: rows.map(({ links, calls, answerBy, ...row }) => ({
      ...row,
      answerBy: toCalendarDate(answerBy),
      initiatives: links.map(({ initiative }) => initiative.slug),
      calls: calls.map(({ slug }) => slug),
    })),
    total,
  }
}
