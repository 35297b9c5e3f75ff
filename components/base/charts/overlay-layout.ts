export interface OverlaySeries {
  key: string
  letter: string
  title: string
  lines: { scores: readonly number[]; median: number | null; provisional: boolean; text: string }[]
}

export const SHAPES = ['circle', 'square', 'triangle', 'cross'] as const

export function markPath(index: number, cx: number, cy: number, r: number): string {
  const shape = SHAPES[index % SHAPES.length]
  if (shape === 'square')
    return `M${cx - r * 0.9} ${cy - r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`
  if (shape === 'triangle') return `M${cx} ${cy - r * 1.1}l${r * 1.15} ${r * 2}h${-r * 2.3}z`
  if (shape === 'cross') {
    const a = r * 0.4
    const b = r * 1.05
    return `M${cx - a} ${cy - b}h${2 * a}v${b - a}h${b - a}v${2 * a}h${a - b}v${b - a}h${-2 * a}v${a - b}h${a - b}v${-2 * a}h${b - a}z`
  }
  return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

export function radarPoint(
  spoke: number,
  spokes: number,
  score: number,
  centre: number,
  radius: number,
): { x: number; y: number } {
  const angle = (spoke / spokes) * 2 * Math.PI - Math.PI / 2
  const distance = (score / 5) * radius
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    x: round(centre + Math.cos(angle) * distance),
    y: round(centre + Math.sin(angle) * distance),
  }
}

/** Neighbouring spokes that both have a score: the shape stays open where a score is unknown. */
export function radarEdges(scores: readonly (number | null)[]): [number, number][] {
  return scores.flatMap((score, spoke): [number, number][] => {
    const next = (spoke + 1) % scores.length
    const other = scores[next]
    return score === null || other === null || other === undefined || next === spoke
      ? []
      : [[spoke, next]]
  })
}
