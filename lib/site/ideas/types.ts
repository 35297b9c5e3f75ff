import type { Lifecycle } from '@/generated/prisma/enums'
import type { CallSummary } from '@/lib/exchange/calls/types'
import type { ObstacleStatus } from '@/lib/exchange/obstacles/types'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { Proposal } from '@/lib/knowledge/documents/types'
import type { Lesson } from '@/lib/knowledge/lessons/types'

/** The questions whose terms are looked for in an idea; the names of the filters of search. */
export const IDEA_FACETS = ['targetGroup', 'instrument', 'challenge', 'sector'] as const
export type IdeaFacet = (typeof IDEA_FACETS)[number]

export interface Named {
  slug: string
  labelNl: string
  labelEn: string
}

/** What an idea says, with the word in it that says so. */
export interface FoundTerm extends Named {
  facet: IdeaFacet | 'region'
  because: string
}

/** Why something is shown. */
export type Reason =
  | { kind: 'alike'; title: string }
  | { kind: 'term'; labelNl: string; labelEn: string }
  | { kind: 'region'; name: string }
  | { kind: 'words'; words: string[] }

export interface IdeaLookalike {
  initiativeId: string
  slug: string
  title: string
  summary: string
  organisation: string
  regions: Named[]
  lifecycle: Lifecycle
  stopReason: string | null
  isExample: boolean
  evidence: EvidenceSummary
  sharedTerms: Named[]
  sharedWords: string[]
  near: boolean
}

export interface IdeaObstacle {
  slug: string
  title: string
  status: ObstacleStatus
  reason: Reason
}

export interface IdeaQuestion {
  key: string
  text: string
  /** A region that wants to know, or an initiative under which it was asked. */
  from: { region: { slug: string; name: string } } | { initiative: { slug: string; title: string } }
  answered: boolean
  reason: Reason
}

/** What the platform cannot say. */
export type Unknown =
  | { kind: 'noGroup' }
  | { kind: 'noneFor'; labelNl: string; labelEn: string }
  | { kind: 'unmeasured'; labelNl: string; labelEn: string; total: number }
  | { kind: 'noneIn'; labelNl: string; labelEn: string; region: string }
  | { kind: 'notCompared'; count: number; total: number }

export interface IdeaAnswer {
  text: string
  found: FoundTerm[]
  alike: IdeaLookalike[]
  lessons: { lesson: Lesson; reason: Reason }[]
  obstacles: IdeaObstacle[]
  calls: {
    call: Pick<CallSummary, 'slug' | 'title' | 'organisation' | 'openUntil'>
    reason: Reason
  }[]
  questions: IdeaQuestion[]
  unknown: Unknown[]
}

export interface ReadIdea {
  text: string
  proposals: Proposal[]
  found: FoundTerm[]
}
