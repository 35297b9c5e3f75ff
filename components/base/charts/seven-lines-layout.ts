export interface CriterionLine {
  slug: string
  label: string
  scores: number[]
  cannotJudge: number
  median: number | null
  selfScore: number | null
  divided: boolean
  provisional: boolean
  stale?: readonly number[]
  /** Assessors who filled in this criterion, including those who could not judge. */
  n: number
}

export interface Dot {
  score: number
  level: number
  stale: boolean
}

/** Equal scores stack, so that each assessor is visible; old ones on top. */
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

export function spread(scores: readonly number[]): { low: number; high: number } | null {
  return scores.length === 0 ? null : { low: Math.min(...scores), high: Math.max(...scores) }
}
