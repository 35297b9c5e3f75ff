/**
 * A question is answered once somebody wrote down the lesson.
 * Source: docs/model.md, "Exchange".
 */
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { LearningQuestion, LearningStatus } from './types'

export const LEARNING_STATUSES: readonly LearningStatus[] = ['open', 'answered', 'dropped']
export const MAX_LINKS = 20

/** True for an open question past its deadline. */
export function isLate(
  { status, answerBy }: Pick<LearningQuestion, 'status' | 'answerBy'>,
  today: CalendarDate,
): boolean {
  return status === 'open' && answerBy !== null && answerBy < today
}

/** Open first, soonest deadline on top, then answered, then dropped. Stable. */
export function orderQuestions(questions: readonly LearningQuestion[]): LearningQuestion[] {
  return questions.toSorted(
    (a, b) =>
      LEARNING_STATUSES.indexOf(a.status) - LEARNING_STATUSES.indexOf(b.status) ||
      (a.answerBy ?? '9999').localeCompare(b.answerBy ?? '9999'),
  )
}
