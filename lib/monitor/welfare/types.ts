import type { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import type { ContextFigure } from '@/lib/figures/indicators/types'

export type { TradeOffDomain, TradeOffEffect }

export const DOMAINS = [
  'informal_care',
  'volunteering',
  'learning',
  'health',
] as const satisfies readonly TradeOffDomain[]

/** The lines of the picture: unpaid work first, then paid work. */
export const LINES = [
  'vrijwilligers-18plus',
  'mantelzorgers',
  'mantelzorgers-zwaar-belast',
  'oap-aandeel',
  'netto-participatie',
] as const
export type LineSlug = (typeof LINES)[number]

/** One line of the picture: a share of people, here and in the whole country. */
export interface WelfareLine {
  slug: LineSlug
  /** Of the region, or of the areas that have figures for it. */
  here: ContextFigure[]
  country: ContextFigure[]
}

/** What one initiative says it costs or brings elsewhere. */
export interface BalanceRow {
  initiative: { slug: string; title: string }
  domain: TradeOffDomain
  effect: TradeOffEffect
  /** Hours a week that move; null is not known. */
  hours: number | null
  carriedBy: string | null
  source: string | null
}

/** How many initiatives gave an answer about displacement of unpaid work. */
export interface DisplacementCount {
  slug: string
  labelNl: string
  labelEn: string
  initiatives: number
}

export interface Balance {
  /** Published initiatives of the region. */
  total: number
  displacement: DisplacementCount[]
  /** Only what someone looked at. */
  rows: BalanceRow[]
}

/** What the initiatives of a region say about one domain together. */
export interface DomainSum {
  domain: TradeOffDomain
  better: number
  same: number
  worse: number
  /** Nobody looked, or nobody said. */
  notExamined: number
  /** Hours a week that come in and go out, of the initiatives that know them; null when none does. */
  hoursBetter: number | null
  hoursWorse: number | null
  /** Initiatives with an effect whose hours are not known. */
  hoursUnknown: number
}
