import { useTranslations } from 'next-intl'
import { ChainTree } from '@/components/monitor/chains/chain-tree'
import { Downloads } from '@/components/monitor/chains/downloads'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import type { Locale } from '@/i18n/routing'
import type { ChainGoal } from '@/lib/monitor/chains/types'
import type { PolicyRegion } from '@/lib/monitor/policies/types'

interface GoalsSectionProps {
  goals: ChainGoal[]
  year: number
  region: PolicyRegion & { code: string }
  today: string
  downloads: { slug: string; year: number; locale: Locale }
}

export function GoalsSection({ goals, year, region, today, downloads }: GoalsSectionProps) {
  const t = useTranslations('chains')
  const own = goals.filter((goal) => goal.own)
  const above = goals.filter((goal) => !goal.own)
  return (
    <Section id="keten" title={t('tree.title')} lead={t('tree.lead')}>
      {goals.length === 0 ? (
        <EmptyState title={t('tree.noGoals', { year })}>{t('tree.noGoalsWhy')}</EmptyState>
      ) : null}
      {own.length > 0 ? (
        <>
          <h3 className="mb-3">{t('tree.ownGoals', { region: region.name })}</h3>
          <ChainTree goals={own} year={year} today={today} />
        </>
      ) : null}
      {above.length > 0 ? (
        <>
          <h3 className="mt-10 mb-3">{t('tree.aboveGoals')}</h3>
          <ChainTree goals={above} year={year} today={today} />
        </>
      ) : null}
      <div className="flex flex-wrap gap-x-8">
        <Downloads {...downloads} table="goals" label={t('table.goals')} />
        <Downloads {...downloads} table="measures" label={t('table.measures')} />
      </div>
    </Section>
  )
}
