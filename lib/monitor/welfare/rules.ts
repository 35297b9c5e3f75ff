/**
 * Welfare next to work. Every hour is spent once: more paid work may take from care and volunteering, so the three stand in
 * one picture. The picture shows what is counted beside each other and never that one thing comes from another.
 *
 * - Shares have different people under them (adults, carers, people from 15 to 75), so no two are added up and each says of
 *   whom it is a share. Unpaid work is counted per GGD region, work per province or part of the country: the figures of the
 *   nearest area that has them are shown, with its name.
 * - The balance holds what initiatives of the region say themselves. What nobody looked at is counted as such, never as "no
 *   effect". Hours are added up only of initiatives that know them, better and worse apart.
 *
 * Source: PRODUCT.md, point 3; DOMAIN.md sections 1 and 9, question 8.
 */
import {
  DOMAINS,
  LINES,
  type DomainSum,
  type Balance,
  type BalanceRow,
  type LineSlug,
  type WelfareLine,
} from './types'
import type { ContextFigure } from '@/lib/figures/indicators/types'

/** Counted by the health monitor per GGD region. */
const UNPAID: readonly LineSlug[] = [
  'vrijwilligers-18plus',
  'mantelzorgers',
  'mantelzorgers-zwaar-belast',
]
export const CARE_HOURS = 'mantelzorg-uren'
export const WELFARE_INDICATORS: readonly string[] = [...LINES, CARE_HOURS]

export const isUnpaid = (slug: LineSlug): boolean => UNPAID.includes(slug)

/** The figures of each line: every GGD region for unpaid work, the nearest surveyed area for paid work, and the country apart. */
export function welfareLines(
  figures: readonly ContextFigure[],
  scope: { health: readonly string[]; survey: readonly string[] },
): WelfareLine[] {
  return LINES.map((slug) => {
    const own = figures.filter(({ indicator }) => indicator.slug === slug)
    const places = isUnpaid(slug)
      ? scope.health
      : scope.survey
          .filter((id) => own.some(({ region }) => region.id === id && region.type !== 'country'))
          .slice(0, 1)
    return {
      slug,
      here: own.filter(({ region }) => places.includes(region.id) && region.type !== 'country'),
      country: own.filter(({ region }) => region.type === 'country'),
    }
  })
}

const sumOf = (rows: readonly BalanceRow[]) => {
  const hours = rows.flatMap((row) => row.hours ?? [])
  return hours.length === 0 ? null : hours.reduce((all, one) => all + one, 0)
}

/** The balance per domain. */
export function domainSums({ total, rows }: Pick<Balance, 'total' | 'rows'>): DomainSum[] {
  return DOMAINS.map((domain) => {
    const of = (effect: BalanceRow['effect']) =>
      rows.filter((row) => row.domain === domain && row.effect === effect)
    const [better, same, worse] = [of('better'), of('same'), of('worse')]
    return {
      domain,
      better: better.length,
      same: same.length,
      worse: worse.length,
      notExamined: total - better.length - same.length - worse.length,
      hoursBetter: sumOf(better),
      hoursWorse: sumOf(worse),
      hoursUnknown: [...better, ...worse].filter(({ hours }) => hours === null).length,
    }
  })
}

/** The rows in which hours move, most hours first: from an initiative, to or from a domain, carried by someone. */
export function flows(rows: readonly BalanceRow[]): (BalanceRow & { hours: number })[] {
  return rows
    .flatMap((row) =>
      row.hours !== null && row.hours > 0 && (row.effect === 'better' || row.effect === 'worse')
        ? [{ ...row, hours: row.hours }]
        : [],
    )
    .toSorted((a, b) => b.hours - a.hours)
}
