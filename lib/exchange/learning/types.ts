import type { LearningStatus } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { LearningStatus }

export interface LearningQuestion {
  id: string
  question: string
  why: string
  answerBy: CalendarDate | null
  status: LearningStatus
  learnt: string
  version: number
  initiatives: { slug: string; title: string }[]
  calls: { slug: string; title: string }[]
}

export interface AskedQuestion {
  id: string
  question: string
  why: string
  region: { id: string; slug: string; name: string }
}

export interface OpenQuestion {
  id: string
  question: string
  why: string
  answerBy: CalendarDate | null
  status: LearningStatus
  learnt: string
  region: { slug: string; code: string; name: string }
  initiatives: string[]
  calls: string[]
}
