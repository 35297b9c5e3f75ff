export const CENTRE = 160
const INNER = 20
const RIM = 110

export interface Point {
  x: number
  y: number
}

/** Rounded, so that server and browser render the same. */
export function radarPoint(axis: number, axes: number, score: number): Point {
  const angle = (axis / axes) * 2 * Math.PI - Math.PI / 2
  const distance = INNER + ((score - 1) / 4) * (RIM - INNER)
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    x: round(CENTRE + Math.cos(angle) * distance),
    y: round(CENTRE + Math.sin(angle) * distance),
  }
}

/** A missing score breaks the outline: it never looks like a low one. */
export function radarPath(scores: readonly (number | null)[]): string {
  const at = (index: number) => {
    const score = scores[index % scores.length]
    return score === null || score === undefined
      ? null
      : radarPoint(index % scores.length, scores.length, score)
  }
  return scores
    .flatMap((_, index) => {
      const from = at(index)
      const to = at(index + 1)
      return from && to ? [`M${from.x} ${from.y}L${to.x} ${to.y}`] : []
    })
    .join('')
}
