import { useFormatter, useTranslations } from 'next-intl'
import { levelOf } from '@/lib/knowledge/evidence/direction.rules'
import { EVIDENCE_LEVELS, type EvidenceSummary } from '@/lib/knowledge/evidence/types'
import { DirectionMark } from './direction-mark'
import { sizeText } from './evidence-text'

/** Green only where it helps: sure is not the same as good. */
function Steps({ rank, direction, stale }: Omit<EvidenceSummary, 'size'> & { stale: boolean }) {
  const filled = direction === 'helps' ? 'fill-green stroke-green' : 'fill-ink stroke-ink'
  return (
    <svg aria-hidden="true" viewBox="0 0 40 16" className="chart h-4 w-auto shrink-0">
      {EVIDENCE_LEVELS.slice(1).map((step, index) => (
        <rect
          key={step}
          x={index * 8 + 0.5}
          y={12 - index * 2.6}
          width="6"
          height={4 + index * 2.6 - 0.5}
          strokeWidth="1"
          className={
            index < rank ? (stale ? 'fill-edge stroke-edge' : filled) : 'fill-paper stroke-edge'
          }
        />
      ))}
    </svg>
  )
}

/** How sure, in which direction and how much: a level is never shown without its direction. */
export function EvidenceWord({
  evidence,
  stale = false,
}: {
  evidence: EvidenceSummary
  stale?: boolean
}) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  const { rank, direction } = evidence
  const size = sizeText({ t, format }, evidence.size)
  return (
    <span data-evidence={direction} className={`inline-block ${stale ? 'text-muted' : ''}`}>
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <Steps rank={rank} direction={direction} stale={stale} />
        <span className="font-semibold">{`${t(`level.${levelOf(rank)}`)}:`}</span>{' '}
        <span className="inline-flex items-center gap-1.5 font-semibold">
          <DirectionMark direction={direction} />
          {t(`direction.${direction}`).toLowerCase()}
        </span>
      </span>
      {size === null ? null : <span className="block text-sm font-normal">{size}</span>}
    </span>
  )
}
