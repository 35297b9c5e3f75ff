import type { Lifecycle, Vocabulary } from '@/generated/prisma/enums'

export type { Vocabulary }

export interface TermView {
  slug: string
  labelNl: string
  labelEn: string
  definitionNl: string
  definitionEn: string
  altLabels: string[]
  parent: string | null
  /** No longer offered in forms; what uses it stays. */
  retired: boolean
}

/** The address of a term that was merged, and of the one it went into. */
export interface MergedTerm {
  vocabulary: Vocabulary
  slug: string
  successor: string
}

export interface TermPage extends TermView {
  broader: TermView[]
  narrower: TermView[]
}

export interface TermNode extends TermView {
  children: TermNode[]
}

export const LIFECYCLE_SLUGS = {
  planned: 'gepland',
  running: 'loopt',
  completed: 'afgerond',
  stopped: 'gestopt',
  unknown: 'onbekend',
} as const satisfies Record<Lifecycle, string>
