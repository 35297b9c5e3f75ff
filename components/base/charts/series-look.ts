export const FILL = [
  'fill-green stroke-green',
  'fill-clay stroke-clay',
  'fill-sky stroke-sky',
  'fill-ink stroke-ink',
] as const
export const OPEN = [
  'fill-paper stroke-green',
  'fill-paper stroke-clay',
  'fill-paper stroke-sky',
  'fill-paper stroke-ink',
] as const
export const STROKE = ['stroke-green', 'stroke-clay', 'stroke-sky', 'stroke-ink'] as const
export const DASH = [undefined, '7 4', '2 4', '10 3 2 3'] as const

export const ofSeries = <Value>(looks: readonly Value[], index: number) =>
  looks[index % looks.length]
