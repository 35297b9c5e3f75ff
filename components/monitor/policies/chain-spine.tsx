import { useFormatter, useTranslations } from 'next-intl'
import { Chain as ChainDrawing } from '@/components/base/charts/chain'
import { noonOf } from '@/lib/base/text/calendar'
import type { MonitorView, Chain } from '@/lib/monitor/policies/types'

/** The five stations of one initiative, each with what stands there or what is missing. */
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
  const stations = chain.stations.map((station) => ({
    kind: station.kind,
    state: station.state,
    label: t(`chain.${station.code}`, {
      count: station.count,
      date:
        station.on === null
          ? ''
          : format.dateTime(noonOf(station.on), { day: 'numeric', month: 'long', year: 'numeric' }),
    }),
    detail: detail[station.kind].length > 0 ? detail[station.kind].join(' · ') : undefined,
  }))
  return <ChainDrawing stations={stations} />
}
