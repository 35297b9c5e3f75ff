/**
 * How sure we are of an initiative, in the open data.
 *
 * Source: docs/api.md.
 */
import type { Evidence } from './types'

/** The evidence level with the checks it rests on, in the words of the open data. */
export const openEvidence = ({ level, rank, lastMeasuredOn, checks }: Evidence) => ({
  niveau: level,
  trede: rank,
  laatsteMeting: lastMeasuredOn,
  controles: checks,
})
