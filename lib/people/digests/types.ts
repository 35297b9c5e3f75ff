/** What waits on a person, most pressing first; then news of what they follow. */
export const DIGEST_KINDS = ['review', 'returned', 'assess', 'draft', 'news'] as const
export type DigestKind = (typeof DIGEST_KINDS)[number]

/** One thing to do, with the place where it is done. */
export interface DigestItem {
  kind: DigestKind
  title: string
  path: string
  /** When it began to wait or happened. */
  since: Date
}
