import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import { EmptyState } from '@/components/base/ui/notice'
import { loadRegionPolicy } from '@/lib/monitor/policies/loaders'
import { GoalTree } from './goal-tree'
import { OpenEndList } from './open-end-list'

/** Needs a heading of level two above it. */
export async function RegionGoals({ regionId, locale }: { regionId: string; locale: Locale }) {
  const [t, policy] = await Promise.all([
    getTranslations({ locale, namespace: 'policies' }),
    loadRegionPolicy(regionId),
  ])
  if (!policy) return null
  const { goals, openEnds } = policy
  const served = goals.length - openEnds.goalsWithoutInitiative.length
  return (
    <div className="space-y-10">
      <p className="max-w-measure text-lg">
        {t('region.lead', { goals: goals.length, served, initiatives: policy.initiatives.length })}
      </p>
      {goals.length + policy.initiatives.length === 0 ? null : (
        <OpenEndList policy={policy} openEnds={openEnds} />
      )}
      {goals.length === 0 ? (
        <EmptyState title={t('region.noGoals')}>{t('region.noGoalsWhy')}</EmptyState>
      ) : (
        <GoalTree goals={goals} region={policy.region} />
      )}
    </div>
  )
}
