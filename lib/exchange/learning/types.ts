import type { LearningStatus } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { LearningStatus }

/** A question that a region wants answered. */
export interface LearningQuestion {
  id: string
  question: string
  why: string
  answerBy: CalendarDate | null
  status: LearningStatus
  learnt: string
  version: number
  initiatives: { slug: string; title: string }[]
  /** Calls that came of it, as everyone may read them. */
  calls: { slug: string; title: string }[]
}

/** A question with who asks it. */
export interface AskedQuestion {
  id: string
  question: string
  why: string
  region: { id: string; slug: string; name: string }
}

/** A question as the open data has it. */
export interface OpenQuestion {
  id: string
  question: string
  why: string
  answerBy: CalendarDate | null
  status: LearningStatus
  learnt: string
  region: { slug: string; code: string; name: string }
  /** Slugs of initiatives from which the answer may come, and of calls that came of it. */
  initiatives: string[]
  calls: string[]
}
