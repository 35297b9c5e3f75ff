import type { ObstacleAuthority, ObstacleStatus } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { ObstacleAuthority, ObstacleStatus }

/** A word with its names in both languages. */
export interface ObstacleGroupName {
  slug: string
  labelNl: string
  labelEn: string
}

export interface ObstacleRegionName {
  slug: string
  code: string
  name: string
}

/** A published initiative that names the obstacle. */
export interface NamingInitiative {
  id: string
  slug: string
  title: string
  organisationId: string
  note: string
}

/** An obstacle as it stands in a list. */
export interface ObstacleEntry {
  id: string
  slug: string
  title: string
  description: string
  law: string
  authority: ObstacleAuthority
  authorityName: string
  status: ObstacleStatus
  raisedOn: CalendarDate | null
  solvedOn: CalendarDate | null
  answer: string | null
  groups: ObstacleGroupName[]
  /** Regions that are hit: those that were named, and those of the initiatives. */
  regions: ObstacleRegionName[]
  initiatives: NamingInitiative[]
  /** When the entry was made. */
  since: CalendarDate
}

export interface ObstacleStepView {
  status: ObstacleStatus
  on: CalendarDate
  note: string
}

/** A merge into an obstacle, also one that was undone. */
export interface MergeView {
  id: string
  title: string
  on: CalendarDate
  undoneOn: CalendarDate | null
}

/** An obstacle with its history. */
export interface ObstacleView extends ObstacleEntry {
  version: number
  organisationId: string | null
  organisation: string | null
  source: { title: string; ref: string | null } | null
  steps: ObstacleStepView[]
  /** What was merged into it, the latest first. */
  merges: MergeView[]
  /** Titles of entries that turned out to be the same. */
  alsoEntered: string[]
  /** Regions that were named, without those of the initiatives. */
  named: ObstacleRegionName[]
}

/** What narrows the list. */
export interface ObstacleFilter {
  group: string | null
  region: string | null
  authority: ObstacleAuthority | null
  status: ObstacleStatus | null
  query: string
}

/** One that may be the same. */
export interface LikelyDuplicate {
  slug: string
  title: string
  status: ObstacleStatus
}

/** What the policy needs to know. */
export interface ObstacleTarget {
  /** The organisation that entered it. */
  organisationId: string | null
  /** Organisations that are SER secretariats. */
  councilIds: readonly string[]
}
