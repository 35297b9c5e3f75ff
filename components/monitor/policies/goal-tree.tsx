import { useTranslations } from 'next-intl'
import { FollowButton } from '@/components/people/follows/follow-button'
import { Disclosure } from '@/components/base/ui/disclosure'
import { TextLink } from '@/components/base/ui/text'
import type { PolicyRegion, RegionGoal } from '@/lib/monitor/policies/types'
import { MeasureItem, PolicySourceNote } from './goal-list'

function Initiatives({ goal }: { goal: RegionGoal }) {
  const t = useTranslations('policies.region')
  if (goal.initiatives.length === 0) return <p className="text-clay">{t('noInitiatives')}</p>
  return (
    <>
      <p className="text-sm text-muted">
        {t('initiativeCount', {
          count: goal.initiatives.length,
          here: goal.initiatives.filter((initiative) => initiative.inRegion).length,
        })}
      </p>
      <ul className="mt-1 space-y-1">
        {goal.initiatives.map((initiative) => (
          <li key={initiative.id}>
            <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug: initiative.slug } }}>
              {initiative.title}
            </TextLink>
            {initiative.inRegion ? null : (
              <span className="text-sm text-muted"> ({t('elsewhere')})</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function GoalMeasures({ goal }: { goal: RegionGoal }) {
  const t = useTranslations('policies')
  return goal.measures.length === 0 ? (
    <p className="mt-2 text-sm text-muted">{t('region.noMeasures')}</p>
  ) : (
    <Disclosure
      summary={t('goals.measures', { count: goal.measures.length })}
      className="mt-2 border-b-0"
    >
      <ul className="space-y-4 border-l-2 border-hairline pl-4">
        {goal.measures.map((measure) => (
          <li key={measure.id}>
            <MeasureItem measure={measure} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function GoalItem({ goal, region }: { goal: RegionGoal; region: PolicyRegion }) {
  return (
    <li
      id={`doel-${goal.slug}`}
      className="grid scroll-mt-8 gap-x-10 gap-y-3 py-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div>
        <h4 className="font-serif text-lg leading-snug font-semibold">{goal.title}</h4>
        {goal.description === '' ? null : <p className="mt-1 max-w-measure">{goal.description}</p>}
        <PolicySourceNote source={goal.source} />
        <GoalMeasures goal={goal} />
      </div>
      <div className="space-y-3">
        <Initiatives goal={goal} />
        <FollowButton
          type="goal"
          slug={goal.slug}
          name={goal.title}
          back={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
        />
      </div>
    </li>
  )
}

export function GoalTree({
  goals,
  region,
}: {
  goals: readonly RegionGoal[]
  region: PolicyRegion
}) {
  const t = useTranslations('policies')
  const owners = [...new Map(goals.map((goal) => [goal.region.id, goal.region])).values()].sort(
    (a, b) => Number(b.id === region.id) - Number(a.id === region.id),
  )
  return owners.map((owner) => {
    const own = goals.filter((goal) => goal.region.id === owner.id)
    return (
      <div key={owner.id}>
        <h3>
          {owner.id === region.id
            ? t('region.ownGoals', { count: own.length })
            : t('region.goalsAbove', { count: own.length, region: owner.name })}
        </h3>
        <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
          {own.map((goal) => (
            <GoalItem key={goal.id} goal={goal} region={region} />
          ))}
        </ul>
      </div>
    )
  })
}
