import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { PictureOf } from '@/components/base/ui/figure-files'
import type { Locale } from '@/i18n/routing'
import { IndicatorResults } from '@/components/judgement/measurements/indicator-results'
import { loadMayEditMonitor, loadMonitor } from '@/lib/monitor/policies/loaders'
import { missingParts } from '@/lib/monitor/policies/rules'
import type { MonitorView } from '@/lib/monitor/policies/types'
import { ChainSpine } from './chain-spine'
import { Day } from '@/components/base/ui/day'
import { FundingList } from './funding-list'
import { GoalList } from './goal-list'
import { MissingList } from './missing-list'
import { ReachAndCosts } from './reach-and-costs'
import { SignalList } from './signal-list'
import { TheoryBlock } from './theory-block'
import { TradeOffBalance } from './trade-off-balance'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-12">
      <h3 className="mb-4">{title}</h3>
      {children}
    </div>
  )
}

function TheoryPart({ monitor }: { monitor: MonitorView }) {
  const t = useTranslations('policies.overview')
  const { theoryOfChange, evaluationDesign, approachRationale } = monitor
  if (theoryOfChange === null && evaluationDesign === null && approachRationale === null)
    return null
  return (
    <Part title={t('theory')}>
      <TheoryBlock monitor={monitor} />
    </Part>
  )
}

function IndicatorsPart({
  monitor,
  slug,
  picture,
}: {
  monitor: MonitorView
  slug: string
  picture: PictureOf
}) {
  const t = useTranslations('policies.overview')
  if (monitor.indicators.length === 0) return null
  return (
    <Part title={t('indicators')}>
      {monitor.indicators.map((indicator) => (
        <IndicatorResults key={indicator.id} indicator={indicator} slug={slug} picture={picture} />
      ))}
      {monitor.nextMeasurementOn === null ? null : (
        <p className="mt-4">
          {t.rich('nextMeasurement', {
            day: () => <Day on={monitor.nextMeasurementOn ?? ''} />,
          })}
        </p>
      )}
    </Part>
  )
}

/** Needs a heading of level two above it. */
export async function MonitorOverview({
  initiativeId,
  slug,
  locale,
  picture,
}: {
  initiativeId: string
  slug: string
  locale: Locale
  picture: PictureOf
}) {
  const [t, loaded] = await Promise.all([
    getTranslations({ locale, namespace: 'policies' }),
    loadMonitor(initiativeId),
  ])
  if (!loaded) return null
  const { monitor, chain, signals } = loaded
  const parts = missingParts(monitor)
  const mayEdit = await loadMayEditMonitor(monitor.organisation.id)
  const present = chain.steps.filter((step) => step.state !== 'missing').length
  const missing = new Set(parts)
  return (
    <div>
      <p className="mb-8 max-w-measure text-lg">
        {t('overview.lead', { present, missing: chain.steps.length - present })}
      </p>
      <ChainSpine chain={chain} monitor={monitor} />
      {signals.length > 0 ? (
        <Part title={t('overview.signals', { count: signals.length })}>
          <SignalList signals={signals} />
        </Part>
      ) : null}
      {monitor.goals.length + monitor.measures.length > 0 ? (
        <Part title={t('overview.goals', { count: monitor.goals.length })}>
          <GoalList goals={monitor.goals} measures={monitor.measures} />
        </Part>
      ) : null}
      {monitor.fundings.length > 0 ? (
        <Part title={t('overview.funding')}>
          <FundingList fundings={monitor.fundings} />
        </Part>
      ) : null}
      <TheoryPart monitor={monitor} />
      <IndicatorsPart monitor={monitor} slug={slug} picture={picture} />
      {missing.has('reach') && missing.has('costs') ? null : (
        <Part title={t('overview.reach')}>
          <ReachAndCosts monitor={monitor} />
        </Part>
      )}
      <Part title={t('overview.tradeOffs')}>
        <TradeOffBalance monitor={monitor} />
      </Part>
      {parts.length > 0 ? (
        <div className="mt-12">
          <MissingList parts={parts} monitor={monitor} mayEdit={mayEdit} />
        </div>
      ) : null}
    </div>
  )
}
