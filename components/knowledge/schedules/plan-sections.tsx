import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import {
  cancelPlanAction,
  planClosingAction,
  planPublicationAction,
} from '@/lib/knowledge/schedules/actions'
import type { ChosenKind } from '@/lib/knowledge/closures/rules'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import type { Planned } from '@/lib/knowledge/schedules/types'

function useMomentFields(): FieldSpec[] {
  const t = useTranslations('schedules')
  return [
    { kind: 'date', name: 'day', label: t('day') },
    { kind: 'text', name: 'time', label: t('time'), hint: t('timeHint') },
  ]
}

export function CancelPlan({ id }: { id: string }) {
  const t = useTranslations('schedules')
  return (
    <ActForm
      action={cancelPlanAction}
      about={{ id }}
      label={t('cancel')}
      pending={t('cancelling')}
      variant="secondary"
    />
  )
}

interface PlannedNoticeProps {
  planned: NonNullable<RevisionDraft['planned']>
  mayCancel: boolean
}

/** Of a version that is decided on and not public yet. */
export function PlannedNotice({ planned, mayCancel }: PlannedNoticeProps) {
  const t = useTranslations('schedules')
  return (
    <Notice title={t('planned', { at: planned.at })} className="max-w-measure">
      <p>{t('plannedMeans')}</p>
      {mayCancel ? (
        <div className="mt-4">
          <CancelPlan id={planned.id} />
        </div>
      ) : null}
    </Notice>
  )
}

/** For the moderator, below the decision of today. */
export function PlanPublication({ draft }: { draft: RevisionDraft }) {
  const t = useTranslations('schedules.publish')
  const fields = useMomentFields()
  return (
    <Section id="later" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={planPublicationAction}
        about={{ revisionId: draft.id, version: draft.version }}
        stored={{}}
        fields={fields}
        labels={{
          submit: t(draft.planned ? 'change' : 'submit'),
          busy: t('busy'),
          done: t('done'),
        }}
        variant="secondary"
        scope="plan"
      />
    </Section>
  )
}

interface PlanClosingProps {
  target: ClosingTarget
  kinds: readonly ChosenKind[]
  found: { plan: Planned; mayCancel: boolean; isLate: boolean } | null
}

export function PlanClosing({ target, kinds, found }: PlanClosingProps) {
  const [t, close] = [useTranslations('schedules.close'), useTranslations('closures.close')]
  const moment = useMomentFields()
  if (found) {
    const { plan, mayCancel, isLate } = found
    return (
      <Section id="gepland" title={t('title')}>
        <Notice
          title={t(plan.act === 'archive' ? 'archive' : 'withdraw', { at: plan.at })}
          className="max-w-measure"
        >
          <p lang="nl" className="whitespace-pre-line">
            {plan.reason}
          </p>
          {isLate ? <p className="mt-2">{t('late')}</p> : null}
          {mayCancel ? (
            <div className="mt-4">
              <CancelPlan id={plan.id} />
            </div>
          ) : null}
        </Notice>
      </Section>
    )
  }
  if (kinds.length === 0) return null
  return (
    <Section id="gepland" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={planClosingAction}
        about={{ initiativeId: target.initiativeId }}
        stored={{ kind: 'archived' }}
        fields={[
          {
            kind: 'select',
            name: 'kind',
            label: close('kind'),
            options: kinds.map((value) => ({ value, label: close(value) })),
          },
          { kind: 'textarea', name: 'reason', label: close('reason'), hint: close('reasonHint') },
          ...moment,
        ]}
        labels={{ submit: t('submit'), busy: t('busy') }}
        summary={t('open')}
        variant="secondary"
        scope="plan"
      />
    </Section>
  )
}
