export interface SavedSearch {
  id: string
  userId: string
  name: string
  parameters: string
  followed: boolean
  version: number
  openedAt: string
}

export interface SavedSearchNews extends SavedSearch {
  /** Published or renewed since it was opened; counted up to `MAX_NEW`. */
  fresh: number
  total: number
}
