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
  fresh: number
  total: number
}
