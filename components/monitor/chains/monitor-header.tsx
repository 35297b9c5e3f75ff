import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChainLinks } from '@/components/monitor/chains/chain-links'
import { StateSentences } from '@/components/monitor/chains/chain-tree'
import { PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { ChainState, RegionChain } from '@/lib/monitor/chains/types'
import { noonOf } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'

export function DataDate({ today }: { today: string }) {
  const t = useTranslations('chains')
  const format = useFormatter()
  const date = format.dateTime(noonOf(today), { day: 'numeric', month: 'long', year: 'numeric' })
  return t('dataDate', { date })
}

interface MonitorHeaderProps {
  chain: RegionChain
  state: ChainState
  year: number
  today: string
  locale: Locale
  /** The paper for the board in its forms. */
  paper: ReactNode
}

export function MonitorHeader({ chain, state, year, today, locale, paper }: MonitorHeaderProps) {
  const t = useTranslations('chains')
  const { region } = chain
  const { slug } = region
  const here = {
    pathname: '/regions/[slug]/monitor',
    params: { slug },
    query: { jaar: year },
  } as const
  return (
    <PageHeader
      kicker={t('kicker', { year })}
      title={t('title', { region: region.name })}
      lead={<StateSentences state={state} region={region.name} year={year} />}
    >
      <p className="mt-4 text-sm text-muted">
        <DataDate today={today} />
        <span className="hidden print:inline">
          {' '}
          {t('printed', { address: `${origin}${getPathname({ href: here, locale })}` })}
        </span>
      </p>
      {paper}
      <ChainLinks region={region} year={year} />
      {chain.goals.some((goal) => goal.isExample) ? (
        <Notice className="mt-4">{t('exampleNote')}</Notice>
      ) : null}
    </PageHeader>
  )
}
