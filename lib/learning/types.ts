import type { LearningStatus } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/platform/calendar'

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
}
