/**
 * The learning agenda of a region: what it wants to know, by when, and what was learnt. A question is answered when somebody wrote down
 * what was learnt. Open questions come first, the one that is wanted soonest on top; then what was answered, then what was dropped.
 *
 * Source: issue "exchange", learning.
 */
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { LearningQuestion, LearningStatus } from './types'

export const LEARNING_STATUSES: readonly LearningStatus[] = ['open', 'answered', 'dropped']
export const MAX_LINKS = 20

/** True for an open question whose day has passed. */
export function isLate(
  { status, answerBy }: Pick<LearningQuestion, 'status' | 'answerBy'>,
  today: CalendarDate,
): boolean {
  return status === 'open' && answerBy !== null && answerBy < today
}

/** The order of reading; equal ones keep theirs. */
export function orderQuestions(questions: readonly LearningQuestion[]): LearningQuestion[] {
  return questions.toSorted(
    (a, b) =>
      LEARNING_STATUSES.indexOf(a.status) - LEARNING_STATUSES.indexOf(b.status) ||
      (a.answerBy ?? '9999').localeCompare(b.answerBy ?? '9999'),
  )
}
