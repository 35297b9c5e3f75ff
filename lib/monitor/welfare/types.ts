import type { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import type { ContextFigure } from '@/lib/figures/indicators/types'

export type { TradeOffDomain, TradeOffEffect }

export const DOMAINS = [
  'informal_care',
  'volunteering',
  'learning',
  'health',
] as const satisfies readonly TradeOffDomain[]

export const LINES = [
  'vrijwilligers-18plus',
  'mantelzorgers',
  'mantelzorgers-zwaar-belast',
  'oap-aandeel',
  'netto-participatie',
] as const
export type LineSlug = (typeof LINES)[number]

export interface WelfareLine {
  slug: LineSlug
  here: ContextFigure[]
  country: ContextFigure[]
}

export interface BalanceRow {
  initiative: { slug: string; title: string }
  domain: TradeOffDomain
  effect: TradeOffEffect
  /** Hours a week; null is unknown. */
  hours: number | null
  carriedBy: string | null
  source: string | null
}

export interface DisplacementCount {
  slug: string
  labelNl: string
  labelEn: string
  initiatives: number
}

export interface Balance {
  total: number
  displacement: DisplacementCount[]
  rows: BalanceRow[]
}

export interface DomainSum {
  domain: TradeOffDomain
  better: number
  same: number
  worse: number
  notExamined: number
  /** Hours a week, where known; null when nowhere. */
  hoursBetter: number | null
  hoursWorse: number | null
  hoursUnknown: number
}
