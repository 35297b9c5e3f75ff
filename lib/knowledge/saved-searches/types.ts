/** A list that someone keeps, as they see it. */
export interface SavedSearch {
  id: string
  userId: string
  name: string
  /** The address of the list after the question mark. */
  parameters: string
  /** Its owner hears each week of what is new in it. */
  followed: boolean
  version: number
  /** ISO moment of the last time its owner opened it. */
  openedAt: string
}

/** The same with what is new in it. */
export interface SavedSearchNews extends SavedSearch {
  /** Published or renewed since it was opened; counted up to `MAX_NEW`. */
  fresh: number
  /** Initiatives that fit now. */
  total: number
}
