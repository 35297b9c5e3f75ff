/** The evidence of an initiative in the open data. Source: docs/api.md. */
import type { Evidence } from './types'

/** The evidence level with its checks, named as in the open data. */
export const openEvidence = ({ level, rank, lastMeasuredOn, checks }: Evidence) => ({
  niveau: level,
  trede: rank,
  laatsteMeting: lastMeasuredOn,
  controles: checks,
})
