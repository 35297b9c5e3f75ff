export interface SavedSearch {
  id: string
  userId: string
  name: string
  /** The address of the list after the question mark. */
  parameters: string
  followed: boolean
  version: number
  /** ISO time its owner last opened it. */
  openedAt: string
}

export interface SavedSearchNews extends SavedSearch {
  /** Published or renewed since it was opened; counted up to `MAX_NEW`. */
  fresh: number
  total: number
}
