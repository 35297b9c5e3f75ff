import type { Lifecycle, Vocabulary } from '@/generated/prisma/enums'

export type { Vocabulary }

/** A word of a vocabulary with what it means. */
export interface TermView {
  slug: string
  labelNl: string
  labelEn: string
  definitionNl: string
  definitionEn: string
  /** Other words people use for it, in Dutch. */
  altLabels: string[]
  /** Slug of the broader word. */
  parent: string | null
}

/** A word with its place among the others. */
export interface TermPage extends TermView {
  broader: TermView[]
  narrower: TermView[]
}

/** A word with the narrower words under it. */
export interface TermNode extends TermView {
  children: TermNode[]
}

/** The phases of an initiative as the open data names them. */
export const LIFECYCLE_SLUGS = {
  planned: 'gepland',
  running: 'loopt',
  completed: 'afgerond',
  stopped: 'gestopt',
  unknown: 'onbekend',
} as const satisfies Record<Lifecycle, string>
