import type { ContestAbout, ContestState } from '@/generated/prisma/enums'

export type { ContestAbout, ContestState }

export interface CriterionName {
  slug: string
  labelNl: string
  labelEn: string
}

/** What readers see of a contest: never a name of a person. */
export interface ContestView {
  id: string
  about: ContestAbout
  criterion: CriterionName | null
  /** The version it was about. */
  version: number
  fromOwner: boolean
  organisation: string | null
  /** Null while a round is open: the words may tell a score. */
  words: { reason: string; source: string; decision: string } | null
  state: ContestState
  deciderOrganisation: string | null
  on: string
  endedOn: string | null
}

/** What can be contested of a published initiative now. */
export interface ContestTarget {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  organisationName: string
  regionIds: string[]
  revisionId: string
  hasResults: boolean
  hasOpenRound: boolean
  /** The last closed round with the criteria that got a score in it. */
  judged: { roundId: string; criteria: (CriterionName & { id: string })[] } | null
}

/** A contest with all that decides who may decide on it. */
export interface ContestCase extends Omit<ContestView, 'words'> {
  initiativeId: string
  slug: string
  title: string
  reason: string
  source: string
  decision: string
  revisionId: string
  isCurrent: boolean
  contesterId: string | null
  ownerOrganisationId: string
  ownerRegionIds: string[]
  contesterOrganisationId: string | null
  contesterRegionIds: string[]
  /** Who judged, or published the version. */
  judgeIds: string[]
  judgeOrganisationIds: string[]
}

export interface ContestRow {
  id: string
  title: string
  slug: string
  on: Date
}
