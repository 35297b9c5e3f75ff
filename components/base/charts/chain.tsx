import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export type ChainKind = 'goal' | 'measure' | 'funding' | 'initiative' | 'indicator'
export type ChainState = 'present' | 'missing' | 'ending'

export interface ChainStep {
  kind: ChainKind
  state: ChainState
  label: string
  detail?: ReactNode
}

function Mark({ state, cx, cy, r }: { state: ChainState; cx: number; cy: number; r: number }) {
  if (state === 'missing')
    return <circle cx={cx} cy={cy} r={r} className="fill-paper stroke-clay" strokeWidth={r / 3} />
  if (state === 'present') return <circle cx={cx} cy={cy} r={r} className="fill-green" />
  return (
    <g>
      <path d={`M${cx} ${cy - r}a${r} ${r} 0 0 0 0 ${2 * r}z`} className="fill-green" />
      {[-0.75, -0.25, 0.25, 0.75].map((offset) => (
        <line
          key={offset}
          x1={cx}
          x2={cx + r * (1.3 - Math.abs(offset))}
          y1={cy + offset * r}
          y2={cy + offset * r}
          className="stroke-clay"
          strokeWidth={r / 4}
        />
      ))}
    </g>
  )
}

export function Chain({ steps }: { steps: readonly ChainStep[] }) {
  const t = useTranslations('charts.chain')
  return (
    <ol className="grid gap-y-0 lg:grid-cols-5 lg:gap-x-4">
      {steps.map((step, index) => (
        <li key={step.kind} className="relative flex gap-4 pb-6 lg:block lg:pb-0">
          <span
            aria-hidden="true"
            className={`absolute top-3 bottom-0 left-3 w-px bg-edge lg:top-3 lg:right-0 lg:bottom-auto lg:h-px lg:w-auto ${index === steps.length - 1 ? 'hidden' : 'lg:-mr-4'}`}
          />
          <svg
            role="img"
            aria-label={t(step.state)}
            viewBox="0 0 24 24"
            className="chart relative size-6 shrink-0"
          >
            <circle cx="12" cy="12" r="12" className="fill-paper" />
            <Mark state={step.state} cx={12} cy={12} r={9} />
          </svg>
          <div className="min-w-0 lg:mt-3 lg:pr-2">
            <p className="text-sm font-semibold text-muted">{t(step.kind)}</p>
            <p className={step.state === 'present' ? '' : 'text-clay'}>{step.label}</p>
            {step.detail ? <div className="mt-1 text-sm text-muted">{step.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

export function ChainMini({ steps }: { steps: readonly Pick<ChainStep, 'kind' | 'state'>[] }) {
  const t = useTranslations('charts.chain')
  const list = (state: ChainState) =>
    steps
      .filter((step) => step.state === state)
      .map((step) => t(step.kind).toLowerCase())
      .join(', ')
  const missing = list('missing')
  const ending = list('ending')
  const label = [
    missing === '' ? t('complete') : t('missingList', { list: missing }),
    ending === '' ? null : t('endingList', { list: ending }),
  ]
    .filter(Boolean)
    .join('; ')
  return (
    <svg role="img" aria-label={label} viewBox="0 0 104 16" className="chart h-4 w-auto">
      <line x1="8" x2="96" y1="8" y2="8" className="stroke-edge" strokeWidth="1" />
      {steps.map((step, index) => (
        <Mark key={step.kind} state={step.state} cx={8 + index * 22} cy={8} r={5} />
      ))}
    </svg>
  )
}
