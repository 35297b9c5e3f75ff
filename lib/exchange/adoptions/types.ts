import type { AdoptionStatus } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { AdoptionStatus }

export type CheckinMonth = 6 | 12 | 24

export interface Checkin {
  month: CheckinMonth
  result: string
  lesson: string
  on: CalendarDate
}

export interface AdoptionSheet {
  kept: string
  changed: string
  dropped: string
  reason: string
  legalChecks: string
  cost: string
}

export interface PublicAdoption extends AdoptionSheet {
  id: string
  initiative: { slug: string; title: string }
  organisation: string
  region: { slug: string; code: string; name: string } | null
  status: AdoptionStatus
  goal: string
  group: { slug: string; labelNl: string; labelEn: string }
  startsOn: CalendarDate | null
  stoppedOn: CalendarDate | null
  stopReason: string | null
  checkins: Checkin[]
  own: { slug: string; title: string } | null
  isExample: boolean
}

export interface FamilyMember {
  id: string
  parentId: string | null
  depth: number
  organisation: string
  region: { slug: string; code: string; name: string } | null
  status: AdoptionStatus
  startsOn: CalendarDate | null
  own: { slug: string; title: string } | null
  isHere: boolean
}

export interface Family {
  root: {
    slug: string
    title: string
    organisation: string
    region: { slug: string; code: string; name: string } | null
    isHere: boolean
  }
  members: FamilyMember[]
}

export interface AdoptionWork extends PublicAdoption {
  version: number
  initiativeId: string
  organisationId: string
  ownerOrganisationId: string
  ownerOrganisation: string
  holder: { id: string; name: string } | null
  question: string
  answer: string | null
  answeredBy: string | null
  answeredAt: Date | null
  ownInitiativeId: string | null
}

export interface AdoptionSides {
  organisationId: string
  ownerOrganisationId: string
}

export interface AdoptionRow {
  id: string
  title: string
  organisation: string
  ownerOrganisation: string
  status: AdoptionStatus
  waitsForAnswer: boolean
  dueMonth: CheckinMonth | null
}
