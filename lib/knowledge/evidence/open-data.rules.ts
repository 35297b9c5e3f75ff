/** The evidence of an initiative in the open data. Source: docs/api.md. */
import { DIRECTION_SLUGS } from './direction.rules'
import type { Evidence, EvidenceSummary } from './types'

/** The direction and, where it may be shown, its size in people. */
export const openDirection = ({ direction, size }: Omit<EvidenceSummary, 'rank'>) => ({
  richting: DIRECTION_SLUGS[direction],
  grootte: size && {
    uitkomst: size.label,
    mensen: size.n,
    metResultaat: size.reached,
    zonderInitiatief: size.without,
    verschil: size.reached - size.without,
    interval95: { laag: size.low, hoog: size.high },
    lagerIsBeter: size.lowerIsBetter,
  },
})

/** The evidence level with its checks, named as in the open data. */
export const openEvidence = ({ level, rank, lastMeasuredOn, checks, ...found }: Evidence) => ({
  niveau: level,
  trede: rank,
  ...openDirection(found),
  laatsteMeting: lastMeasuredOn,
  controles: checks,
})
