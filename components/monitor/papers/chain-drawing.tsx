import { useTranslations } from 'next-intl'
import { DirectionMark } from '@/components/knowledge/evidence/direction-mark'
import type { ChainPart, ChainRow } from './goal-content'

const EDGE = {
  present: 'border-green',
  missing: 'border-dashed border-clay',
  ending: 'border-clay border-double',
} as const

function Part({ label, parts }: { label: string; parts: readonly ChainPart[] }) {
  const [first] = parts
  return (
    <div className={`paper-part min-w-0 border-2 px-3 py-2 ${EDGE[first?.state ?? 'missing']}`}>
      <dt className="text-sm text-muted">{label}</dt>
      {parts.map(({ text, detail, state, direction }) => (
        <dd key={text} className={state === 'missing' ? 'text-clay' : ''}>
          <span className="font-semibold">{text}</span>
          {detail === null ? null : (
            <span className={`block text-sm ${state === 'ending' ? 'text-clay' : ''}`}>
              {direction === undefined ? null : (
                <span className="mr-1 inline-block align-[-2px]">
                  <DirectionMark direction={direction} />
                </span>
              )}
              {detail}
            </span>
          )}
        </dd>
      ))}
    </div>
  )
}

function Arrow() {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 16" className="chart paper-arrow">
      <path d="M1 8H16M11 3l6 5-6 5" fill="none" strokeWidth="2" className="stroke-ink" />
    </svg>
  )
}

/** From measure to money to initiatives: boxes with words, so that it is read as it is drawn. */
export function ChainDrawing({ goal, rows }: { goal: string; rows: readonly ChainRow[] }) {
  const t = useTranslations('papers')
  return (
    <ol aria-label={t('chainAlt', { goal })} className="space-y-2">
      {rows.map(({ key, measure, money, initiatives }) => (
        <li key={key} className="paper-chain">
          <dl className="contents">
            <Part label={t('columns.measure')} parts={[measure]} />
            <Arrow />
            <Part label={t('columns.money')} parts={[money]} />
            <Arrow />
            <Part label={t('columns.initiatives')} parts={initiatives} />
          </dl>
        </li>
      ))}
    </ol>
  )
}
