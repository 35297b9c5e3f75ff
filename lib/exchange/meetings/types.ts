export interface MeetingInitiativeView {
  slug: string
  title: string
}

/** Moments are ISO texts, so that lists can be cached. */
export interface MeetingSummary {
  id: string
  slug: string
  title: string
  text: string
  organisation: string
  startsAt: string
  endsAt: string
  place: string
  online: boolean
  seats: number | null
  taken: number
  cancelReason: string | null
  outcome: string
  sequence: number
  updatedAt: string
  isExample: boolean
}

export interface MeetingCreditView {
  id: string
  text: string
  adoption: { organisation: string; initiative: MeetingInitiativeView } | null
}

/** Names and the link are only for those who come. */
export interface MeetingView extends MeetingSummary {
  organisationId: string
  version: number
  link: string | null
  agenda: MeetingInitiativeView[]
  materials: {
    id: string
    title: string
    url: string | null
    file: { name: string; sizeBytes: number } | null
  }[]
  credits: MeetingCreditView[]
  people: { userId: string; name: string; organisation: string | null }[]
}

export interface MeetingTarget {
  organisationId: string
  startsAt: string
  endsAt: string
  cancelReason: string | null
  people: readonly { userId: string }[]
}
