import type { OrganisationKind } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { OrganisationKind }

export interface OrganisationRow {
  id: string
  slug: string
  name: string
  kind: OrganisationKind
  regionName: string | null
  people: number
  initiatives: number
  endsOn: CalendarDate | null
}

export interface OrganisationDetail extends OrganisationRow {
  regionId: string | null
  alsoRegionIds: string[]
  /** Its editors publish small corrections at once. */
  instantCorrections: boolean
  successor: { slug: string; name: string } | null
  /** What moves when it ends. */
  holds: { initiatives: number; goals: number; adoptions: number; calls: number }
  /** People with their roles, by name. */
  members: { id: string; name: string; role: string }[]
}

export interface OrganisationInput {
  name: string
  kind: OrganisationKind
  regionId: string | null
  alsoRegionIds: readonly string[]
}
