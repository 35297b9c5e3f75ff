import { MIN_PEOPLE_TO_SHOW, protectedSteps } from '@/lib/knowledge/evidence/disclosure.rules'
import { useFormatter, useTranslations } from 'next-intl'
import { Facts } from '@/components/base/ui/layout'
import type { Bounds, MonitorView } from '@/lib/monitor/policies/types'

const STEPS = ['invited', 'started', 'finished', 'outcome'] as const

/** Or why it is not shown: unknown, few, or revealing how few dropped out. */
function Count({ count, shown }: { count: number | null; shown: number | null }) {
  const t = useTranslations('policies.reach')
  const format = useFormatter()
  if (count === null) return <span className="text-clay">{t('unknown')}</span>
  if (shown !== null) return <span className="font-semibold tabular">{format.number(shown)}</span>
  return (
    <span className="text-muted">
      {count < MIN_PEOPLE_TO_SHOW ? t('fewer', { count: MIN_PEOPLE_TO_SHOW }) : t('withheld')}
    </span>
  )
}

function Funnel({ reach }: { reach: MonitorView['reach'] }) {
  const t = useTranslations('policies.reach')
  const shown = protectedSteps(STEPS.map((step) => reach[step]))
  const most = Math.max(1, ...shown.map((count) => count ?? 0))
  return (
    <ol className="space-y-3">
      {STEPS.map((step, index) => {
        const count = shown[index] ?? null
        return (
          <li key={step}>
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>{t(step)}</span>
              <Count count={reach[step]} shown={count} />
            </p>
            <svg
              aria-hidden="true"
              viewBox="0 0 100 3"
              preserveAspectRatio="none"
              className="chart mt-1 h-2 w-full"
            >
              <rect width="100" height="3" className="fill-hairline" />
              {count === null ? null : (
                <rect width={(count / most) * 100} height="3" className="fill-green" />
              )}
            </svg>
          </li>
        )
      })}
    </ol>
  )
}

export function ReachAndCosts({ monitor }: { monitor: MonitorView }) {
  const t = useTranslations('policies')
  const format = useFormatter()
  const text = (amount: number) =>
    format.number(amount, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  const euro = (amount: number | null, { low, high }: Bounds) =>
    amount === null ? (
      <span className="text-clay">{t('costs.unknown')}</span>
    ) : (
      <span className="tabular">
        {text(amount)}
        <span className="block text-muted">
          {low === null || high === null
            ? t('costs.boundsUnknown')
            : t('costs.between', { low: text(low), high: text(high) })}
        </span>
      </span>
    )
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <div>
        <h4 className="mb-3 font-sans text-base font-semibold">{t('reach.title')}</h4>
        <Funnel reach={monitor.reach} />
      </div>
      <div>
        <h4 className="mb-3 font-sans text-base font-semibold">{t('costs.title')}</h4>
        <Facts
          items={[
            {
              label: t('costs.perParticipant'),
              value: euro(monitor.costPerParticipantEuro, monitor.costBounds.participant),
            },
            {
              label: t('costs.perPlacement'),
              value: euro(monitor.costPerPlacementEuro, monitor.costBounds.placement),
            },
            ...(monitor.costBasis === null
              ? []
              : [{ label: t('costs.basis'), value: monitor.costBasis }]),
          ]}
        />
        <p className="mt-3 text-sm text-muted">{t('costs.effectApart')}</p>
      </div>
    </div>
  )
}
