import { useFormatter, useTranslations } from 'next-intl'
import { Chain as ChainDrawing } from '@/components/base/charts/chain'
import { noonOf } from '@/lib/base/text/calendar'
import type { MonitorView } from '@/lib/monitor/policies/types'
import type { Chain } from '@/lib/monitor/policies/chain.types'

export function ChainSpine({ chain, monitor }: { chain: Chain; monitor: MonitorView }) {
  const t = useTranslations('policies')
  const format = useFormatter()
  const detail = {
    goal: monitor.goals.map((goal) => goal.title),
    measure: monitor.measures.map((measure) => measure.title),
    funding: monitor.fundings.map((funding) => funding.provider),
    initiative: [],
    indicator: monitor.indicators.map((indicator) => indicator.label),
  }
  const steps = chain.steps.map((step) => ({
    kind: step.kind,
    state: step.state,
    label: t(`chain.${step.code}`, {
      count: step.count,
      date:
        step.on === null
          ? ''
          : format.dateTime(noonOf(step.on), { day: 'numeric', month: 'long', year: 'numeric' }),
    }),
    detail: detail[step.kind].length > 0 ? detail[step.kind].join(' · ') : undefined,
  }))
  return <ChainDrawing steps={steps} />
}
