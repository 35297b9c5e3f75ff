import 'server-only'
import { toCalendarDate } from '@/lib/platform/calendar'
import { db } from '@/lib/platform/db'
import { MAX_LINKS, orderQuestions } from './rules'
import type { LearningQuestion } from './types'

const MAX_LISTED = 100

/** The questions of one region, in reading order, with the initiatives that everyone may see. */
export async function listQuestions(regionId: string): Promise<LearningQuestion[]> {
  const rows = await db.learningQuestion.findMany({
    where: { regionId },
    select: {
      id: true, question: true, why: true, answerBy: true, status: true, learnt: true, version: true,
      links: {
        where: { initiative: { publishedRevisionId: { not: null } } }, select: { initiative: { select: { search: { select: { slug: true, title: true } } } } },
        orderBy: [{ position: 'asc' }, { initiativeId: 'asc' }], take: MAX_LINKS,
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: MAX_LISTED,
  })
  return orderQuestions(rows.map(({ links, answerBy, ...row }) => ({ ...row, answerBy: toCalendarDate(answerBy), initiatives: links.flatMap(({ initiative }) => initiative.search ?? []) })))
}
