/** Drawing rules of the criteria profile: one line per criterion from 1 to 5, a mark per assessor. */

export interface CriterionLine {
  slug: string
  label: string
  /** One score per assessor who could judge. */
  scores: number[]
  cannotJudge: number
  median: number | null
  selfScore: number | null
  divided: boolean
  provisional: boolean
  /** Those of the scores that are too old to lean on. */
  stale?: readonly number[]
  /** Assessors who filled in this criterion, those who could not judge included. */
  n: number
}

export interface Dot {
  score: number
  /** 0 for the first dot on a score, 1 for the one above it … */
  level: number
  stale: boolean
}

/** Equal scores stand on top of each other, so that each assessor stays visible; old ones on top. Order of raters does not matter. */
export function stackDots(scores: readonly number[], stale: readonly number[] = []): Dot[] {
  const seen = new Map<number, number>()
  const count = (list: readonly number[], score: number) =>
    list.filter((one) => one === score).length
  return scores
    .toSorted((a, b) => a - b)
    .map((score) => {
      const level = seen.get(score) ?? 0
      seen.set(score, level + 1)
      return { score, level, stale: level >= count(scores, score) - count(stale, score) }
    })
}

/** Lowest and highest score, or null without scores. */
export function spread(scores: readonly number[]): { low: number; high: number } | null {
  return scores.length === 0 ? null : { low: Math.min(...scores), high: Math.max(...scores) }
}
