import type { ReconsiderationAnswer } from '@/generated/prisma/enums'

export type { ReconsiderationAnswer }

export const ANSWERS = ['stands', 'again'] as const satisfies readonly ReconsiderationAnswer[]

/** A request to look again, for the one who was asked. */
export interface Reconsideration {
  id: string
  assessorId: string
  measurementId: string
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  askedAt: Date
  answer: ReconsiderationAnswer | null
  reason: string
  /** The own judgement that it is about. */
  scores: { labelNl: string; labelEn: string; score: number | null; reason: string }[]
}

/** What became of the requests about an initiative whose judgements are public. */
export interface ReconsiderationCount {
  asked: number
  stands: number
  again: number
}
