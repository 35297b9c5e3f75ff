/**
 * Every hour is spent once, so care, volunteering and work are shown together, without any claim of
 * cause. "Not examined" is never "no effect". Hours are added up only where known, gains and losses
 * apart.
 * Source: docs/model.md, "What it is for"; docs/domain.md, 1 and 9, question 8.
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

const UNPAID: readonly LineSlug[] = [
  'vrijwilligers-18plus',
  'mantelzorgers',
  'mantelzorgers-zwaar-belast',
]
export const CARE_HOURS = 'mantelzorg-uren'
export const WELFARE_INDICATORS: readonly string[] = [...LINES, CARE_HOURS]

export const isUnpaid = (slug: LineSlug): boolean => UNPAID.includes(slug)

/** The figures per line: GGD regions, the nearest survey area, and the country. */
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

/** The rows with hours, most hours first. */
export function flows(rows: readonly BalanceRow[]): (BalanceRow & { hours: number })[] {
  return rows
    .flatMap((row) =>
      row.hours !== null && row.hours > 0 && (row.effect === 'better' || row.effect === 'worse')
        ? [{ ...row, hours: row.hours }]
        : [],
    )
    .toSorted((a, b) => b.hours - a.hours)
}
