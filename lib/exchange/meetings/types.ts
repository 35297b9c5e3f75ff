export interface MeetingInitiativeView {
  slug: string
  title: string
}

/** A meeting as it stands in a list. Moments are ISO texts, so that lists can be kept. */
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

/** A meeting with all that its organiser may see; names and the link are for who comes. */
export interface MeetingView extends MeetingSummary {
  organisationId: string
  version: number
  link: string | null
  agenda: MeetingInitiativeView[]
  /** On another site, or a file; the file itself is fetched apart. */
  materials: {
    id: string
    title: string
    url: string | null
    file: { name: string; sizeBytes: number } | null
  }[]
  credits: MeetingCreditView[]
  people: { userId: string; name: string; organisation: string | null }[]
}

/** What the policy needs to know of a meeting. */
export interface MeetingTarget {
  organisationId: string
  startsAt: string
  endsAt: string
  cancelReason: string | null
  people: readonly { userId: string }[]
}
