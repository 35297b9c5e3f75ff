/** A published reading list in an overview. */
export interface CollectionCard {
  id: string
  slug: string
  title: string
  lead: string
  organisation: string
  isExample: boolean
  count: number
}

export interface CollectionEntry {
  initiativeId: string
  slug: string
  title: string
  summary: string
  evidenceRank: number
  why: string
}

/** A reading list to read. */
export interface CollectionView extends Omit<CollectionCard, 'count'> {
  story: string
  /** Day of publication as an ISO moment; null for one that only its editors see. */
  publishedAt: string | null
  entries: CollectionEntry[]
}

/** A reading list as its editor works on it. */
export interface CollectionWork extends CollectionView {
  organisationId: string
  version: number
}
