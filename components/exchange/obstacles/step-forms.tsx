import { useFormatter, useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { TextLink } from '@/components/base/ui/text'
import {
  mergeObstacleAction,
  stepObstacleAction,
  unmergeObstacleAction,
} from '@/lib/exchange/obstacles/actions'
import { nextSteps } from '@/lib/exchange/obstacles/rules'
import type { LikelyDuplicate, ObstacleView } from '@/lib/exchange/obstacles/types'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'

const SUBMIT = { raised: 'submitRaised', solved: 'submitSolved', open: 'submitOpen' } as const
const NOTE = { raised: 'raisedNote', solved: 'solvedNote', open: 'openNote' } as const

export function StepForms({ obstacle, today }: { obstacle: ObstacleView; today: CalendarDate }) {
  const t = useTranslations('obstacles.step')
  return nextSteps(obstacle.status).map((to) => (
    <FieldsForm
      key={`${to} ${obstacle.version}`}
      action={stepObstacleAction}
      about={{ obstacleId: obstacle.id, version: obstacle.version, to }}
      stored={{ on: today }}
      summary={t(to)}
      scope={to}
      fields={[
        {
          kind: 'textarea',
          name: 'note',
          label: t(NOTE[to]),
          hint: to === 'solved' ? `${t('solvedHint')} ${t('noteHint')}` : t('noteHint'),
        },
        { kind: 'date', name: 'on', label: t('on') },
      ]}
      labels={{ submit: t(SUBMIT[to]), busy: t('busy'), done: t('done') }}
    />
  ))
}

export function MergeForm({
  obstacle,
  duplicates,
}: {
  obstacle: ObstacleView
  duplicates: readonly LikelyDuplicate[]
}) {
  const t = useTranslations('obstacles.merge')
  const about = { obstacleId: obstacle.id, version: obstacle.version }
  return (
    <div className="max-w-measure space-y-6">
      {duplicates.length > 0 ? (
        <div>
          <h3>{t('likely')}</h3>
          <ul className="mt-2">
            {duplicates.map(({ slug, title }) => (
              <li
                key={slug}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-hairline py-3 last:border-b"
              >
                <TextLink href={{ pathname: '/obstacles/[slug]', params: { slug } }}>
                  {title}
                </TextLink>
                <ActForm
                  action={mergeObstacleAction}
                  about={{ ...about, keep: slug }}
                  label={t('submitInto')}
                  name={t('submitIntoThis', { title })}
                  pending={t('busy')}
                  variant="secondary"
                />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <FieldsForm
        action={mergeObstacleAction}
        about={about}
        stored={{}}
        variant="danger"
        fields={[{ kind: 'text', name: 'keep', label: t('keep'), hint: t('keepHint') }]}
        labels={{ submit: t('submit'), busy: t('busy') }}
      />
    </div>
  )
}

/** Only the latest merge can be undone, so that nothing moves back twice. */
export function MergedList({ obstacle }: { obstacle: ObstacleView }) {
  const t = useTranslations('obstacles.merge')
  const format = useFormatter()
  const open = obstacle.merges.filter(({ undoneOn }) => undoneOn === null)
  if (open.length === 0) return null
  return (
    <div className="mt-10 max-w-measure">
      <h3>{t('mergedTitle', { count: open.length })}</h3>
      <p className="mt-1 text-muted">{t('undoLead')}</p>
      <ul className="mt-3">
        {open.map(({ id, title, on }, index) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-hairline py-3 last:border-b"
          >
            <span className="min-w-0">
              <span lang="nl">{title}</span>{' '}
              <span className="text-sm text-muted">
                {format.dateTime(noonOf(on), { dateStyle: 'long' })}
              </span>
            </span>
            {index === 0 ? (
              <ActForm
                action={unmergeObstacleAction}
                about={{ obstacleId: obstacle.id, mergeId: id }}
                label={t('undo')}
                name={t('undoThis', { title })}
                pending={t('undoBusy')}
                variant="secondary"
              />
            ) : (
              <span className="text-sm text-muted">{t('undoLater')}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
