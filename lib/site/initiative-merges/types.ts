import type { ClosingTarget } from '@/lib/knowledge/closures/types'

/** What points to an initiative, by the table that holds it. */
export const MOVING = [
  'adoptions',
  'cameFrom',
  'replies',
  'collections',
  'obstacles',
  'questions',
  'meetings',
  'goals',
  'measures',
  'fundings',
  'followers',
] as const
export type Moving = (typeof MOVING)[number]

/** What was said or measured of a text, and stays with it. */
export const STAYING = ['judgements', 'measurements', 'posts', 'versions'] as const
export type Staying = (typeof STAYING)[number]

export interface MoveCount {
  what: Moving
  moves: number
  /** Such as a link that the other one has too. */
  stays: number
}

export interface MergePlan {
  moves: MoveCount[]
  stays: { what: Staying; count: number }[]
}

/** Two initiatives of which one goes into the other. */
export interface MergePair {
  from: ClosingTarget
  into: ClosingTarget
}
