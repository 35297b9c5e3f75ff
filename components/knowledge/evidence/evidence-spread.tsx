import { useFormatter, useTranslations } from 'next-intl'
import { type EvidenceCount, spreadOf } from '@/lib/knowledge/evidence/direction.rules'
import { EVIDENCE_LEVELS, type EvidenceDirection } from '@/lib/knowledge/evidence/types'
import { DirectionMark } from './direction-mark'
import { levelsText } from './evidence-text'

const BAR: Readonly<Record<EvidenceDirection, string>> = {
  helps: 'fill-green',
  harms: 'fill-clay',
  noDifference: 'fill-ink',
  mixed: 'fill-ink',
  unclear: 'fill-muted',
  notCompared: 'fill-edge',
}

/** Six bars from unknown to strongly proven; a bar of any number can be seen. */
function LevelBars({
  direction,
  levels,
  most,
}: {
  direction: EvidenceDirection
  levels: readonly { rank: number; count: number }[]
  most: number
}) {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 16" className="chart h-4 w-12 shrink-0">
      {EVIDENCE_LEVELS.map((level, rank) => {
        const count = levels.find((one) => one.rank === rank)?.count ?? 0
        const height = count === 0 ? 1 : 3 + (count / most) * 13
        return (
          <rect
            key={level}
            x={rank * 8}
            y={16 - height}
            width="6"
            height={height}
            className={count === 0 ? 'fill-hairline' : BAR[direction]}
          />
        )
      })}
    </svg>
  )
}

/** How many helped, made no difference or harmed, with the levels of each: never one word alone. */
export function EvidenceSpread({ counts }: { counts: readonly EvidenceCount[] }) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  const spread = spreadOf(counts)
  const most = Math.max(1, ...counts.map(({ count }) => count))
  return (
    <ul className="space-y-1 text-left text-sm" aria-label={t('spread')}>
      {spread.map(({ direction, total, levels }) => (
        <li key={direction} data-evidence={direction}>
          <span className="flex items-center gap-1.5">
            <DirectionMark direction={direction} />
            <span className="min-w-0 flex-1">
              <strong className="font-semibold tabular">{format.number(total)}</strong>{' '}
              {t(`direction.${direction}`).toLowerCase()}
            </span>
            <LevelBars direction={direction} levels={levels} most={most} />
          </span>
          <span className="block pl-5 text-xs text-muted">{levelsText({ t, format }, levels)}</span>
        </li>
      ))}
    </ul>
  )
}
