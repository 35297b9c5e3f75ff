import { useTranslations } from 'next-intl'
import { ExternalLink, SourceNote, TextLink } from '@/components/base/ui/text'
import type {
  LinkedGoal,
  LinkedMeasure,
  MeasureView,
  PolicySource,
} from '@/lib/monitor/policies/types'
import { Day } from '@/components/base/ui/day'
import { TermWord } from '@/components/base/taxonomy/term-word'

export function PolicySourceNote({ source }: { source: PolicySource }) {
  const t = useTranslations('policies.goals')
  if (source.title === null && source.url === null)
    return <SourceNote>{t('sourceUnknown')}</SourceNote>
  const words = [
    source.title ?? t('source'),
    source.ref === null ? null : t('section', { ref: source.ref }),
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <SourceNote>
      {t.rich('sourceIs', {
        source: () =>
          source.url === null ? words : <ExternalLink href={source.url}>{words}</ExternalLink>,
      })}
    </SourceNote>
  )
}

export function MeasureItem({ measure, note }: { measure: MeasureView; note?: string | null }) {
  const t = useTranslations('policies.goals')
  return (
    <div>
      <p className="font-semibold">{measure.title}</p>
      {measure.description === '' ? null : <p className="max-w-measure">{measure.description}</p>}
      {note ? <p className="max-w-measure text-sm text-muted">{note}</p> : null}
      <p className="mt-1 text-sm text-muted">
        {measure.instrumentType ? (
          <TermWord term={measure.instrumentType} />
        ) : (
          t('instrumentUnknown')
        )}
        {' · '}
        {measure.responsible === null
          ? t('responsibleUnknown')
          : t('responsible', { name: measure.responsible })}
        {measure.endsOn === null ? null : (
          <> · {t.rich('until', { day: () => <Day on={measure.endsOn ?? ''} /> })}</>
        )}
      </p>
      <PolicySourceNote source={measure.source} />
    </div>
  )
}

function GoalItem({ goal, measures }: { goal: LinkedGoal; measures: readonly LinkedMeasure[] }) {
  const t = useTranslations('policies.goals')
  return (
    <li className="grid gap-x-10 gap-y-3 py-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div>
        <p className="font-serif text-lg leading-snug font-semibold">{goal.title}</p>
        {goal.description === '' ? null : <p className="mt-1 max-w-measure">{goal.description}</p>}
        {goal.note ? <p className="mt-1 max-w-measure text-sm text-muted">{goal.note}</p> : null}
        <p className="mt-2 text-sm text-muted">
          {goal.owner === null ? t('ownerUnknown') : t('owner', { name: goal.owner })}
          {goal.owner === goal.region.name ? null : (
            <>
              {' · '}
              <TextLink href={{ pathname: '/regions/[slug]', params: { slug: goal.region.slug } }}>
                {goal.region.name}
              </TextLink>
            </>
          )}
        </p>
        <PolicySourceNote source={goal.source} />
      </div>
      {measures.length > 0 ? (
        <div className="space-y-4 border-l-2 border-hairline pl-4">
          <h4 className="font-sans text-sm font-semibold text-muted">
            {t('measures', { count: measures.length })}
          </h4>
          {measures.map((measure) => (
            <MeasureItem key={measure.id} measure={measure} note={measure.note} />
          ))}
        </div>
      ) : null}
    </li>
  )
}

export function GoalList({
  goals,
  measures,
}: {
  goals: readonly LinkedGoal[]
  measures: readonly LinkedMeasure[]
}) {
  const t = useTranslations('policies.goals')
  const goalIds = new Set(goals.map((goal) => goal.id))
  const withoutGoal = measures.filter((measure) => !goalIds.has(measure.goalId))
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {goals.map((goal) => (
        <GoalItem
          key={goal.id}
          goal={goal}
          measures={measures.filter(({ goalId }) => goalId === goal.id)}
        />
      ))}
      {withoutGoal.map((measure) => (
        <li key={measure.id} className="py-5">
          <p className="text-sm text-muted">{t('measureOf', { goal: measure.goalTitle })}</p>
          <MeasureItem measure={measure} note={measure.note} />
        </li>
      ))}
    </ul>
  )
}
