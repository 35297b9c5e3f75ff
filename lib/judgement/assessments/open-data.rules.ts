/** Source: docs/api.md. */
import type { CriterionProfile } from './types'

/** The profile per criterion, without reasons. */
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
