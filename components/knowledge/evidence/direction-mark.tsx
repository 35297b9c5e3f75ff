import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'

const SHAPES: Readonly<Record<EvidenceDirection, string>> = {
  helps: 'M8 2 14 13H2Z',
  harms: 'M8 14 2 3H14Z',
  noDifference: 'M2 4.5H14V7H2ZM2 9H14V11.5H2Z',
  mixed: 'M8 1 13 7H3ZM8 15 3 9H13Z',
  unclear: 'M8 2 14 8 8 14 2 8Z',
  notCompared: 'M3 7H13V9H3Z',
}

const COLOURS: Readonly<Record<EvidenceDirection, string>> = {
  helps: 'fill-green stroke-green',
  harms: 'fill-clay stroke-clay',
  noDifference: 'fill-ink stroke-ink',
  mixed: 'fill-ink stroke-ink',
  unclear: 'fill-paper stroke-ink',
  notCompared: 'fill-muted stroke-muted',
}

/** A shape of its own per direction; the word always stands beside it. */
export function DirectionMark({ direction }: { direction: EvidenceDirection }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="chart size-3.5 shrink-0">
      <path d={SHAPES[direction]} strokeWidth="1" className={COLOURS[direction]} />
    </svg>
  )
}
