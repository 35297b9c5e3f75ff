export const DIGEST_KINDS = ['review', 'returned', 'assess', 'draft', 'news'] as const
export type DigestKind = (typeof DIGEST_KINDS)[number]

export interface DigestItem {
  kind: DigestKind
  title: string
  path: string
  since: Date
}
