/**
 * The judgement of an initiative in the open data: per criterion what the profile shows, without reasons.
 *
 * Source: docs/api.md.
 */
import type { CriterionProfile } from './types'

/** The judgement per criterion: what the profile shows, without reasons. */
export const openProfile = (profile: readonly CriterionProfile[]) =>
  profile.map(({ slug, scores, median, n, cannotJudge, provisional, divided, selfScore }) => ({
    criterium: slug,
    scores,
    mediaan: median,
    aantalBeoordelaars: n,
    kanNietBeoordelen: cannotJudge,
    voorlopig: provisional,
    verdeeld: divided,
    eigenScore: selfScore,
  }))
