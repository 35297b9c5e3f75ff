import type { ObstacleAuthority, ObstacleStatus } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { ObstacleAuthority, ObstacleStatus }

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

export interface NamingInitiative {
  id: string
  slug: string
  title: string
  organisationId: string
  note: string
}

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
  /** Named ones and those of the initiatives. */
  regions: ObstacleRegionName[]
  initiatives: NamingInitiative[]
  since: CalendarDate
}

export interface ObstacleStepView {
  status: ObstacleStatus
  on: CalendarDate
  note: string
}

export interface MergeView {
  id: string
  title: string
  on: CalendarDate
  undoneOn: CalendarDate | null
}

export interface ObstacleView extends ObstacleEntry {
  version: number
  organisationId: string | null
  organisation: string | null
  source: { title: string; ref: string | null } | null
  steps: ObstacleStepView[]
  merges: MergeView[]
  alsoEntered: string[]
  named: ObstacleRegionName[]
}

export interface ObstacleFilter {
  group: string | null
  region: string | null
  authority: ObstacleAuthority | null
  status: ObstacleStatus | null
  query: string
}

export interface LikelyDuplicate {
  slug: string
  title: string
  status: ObstacleStatus
}

export interface ObstacleTarget {
  organisationId: string | null
  councilIds: readonly string[]
}
