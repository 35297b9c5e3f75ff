import { useTranslations } from 'next-intl'
import { EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'

export function EvidenceWord({ rank, stale = false }: { rank: number; stale?: boolean }) {
  const t = useTranslations('evidence')
  const level = EVIDENCE_LEVELS[rank] ?? 'onbekend'
  return (
    <span className={`inline-flex items-center gap-2 ${stale ? 'text-muted' : ''}`}>
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
              index < rank
                ? stale
                  ? 'fill-edge stroke-edge'
                  : 'fill-green stroke-green'
                : 'fill-paper stroke-edge'
            }
          />
        ))}
      </svg>
      <span className="font-semibold">{t(`level.${level}`)}</span>
    </span>
  )
}
