import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import {
  holderOptions,
  policyIndicatorFields,
} from '@/components/monitor/policy-indicators/indicator-specs'
import { removePartAction } from '@/lib/monitor/chains/actions'
import { savePolicyIndicatorAction } from '@/lib/monitor/chains/indicators.actions'
import type { ChainGoal } from '@/lib/monitor/chains/types'
import { policyIndicatorValues, valueRows } from '@/lib/monitor/policy-indicators/schema'
import type { PolicyIndicatorView } from '@/lib/monitor/policy-indicators/types'

/** The form of one indicator of a goal or measure, with its values per year. */
export function PolicyIndicatorSection({
  indicator,
  goals,
  regionId,
}: {
  indicator: PolicyIndicatorView
  goals: readonly ChainGoal[]
  regionId: string
}) {
  const t = useTranslations('chains.editor')
  const fields = useTranslations('policyIndicators')
  const edit = useTranslations('policies.edit')
  const of =
    indicator.goalId === null ? `measure ${indicator.measureId ?? ''}` : `goal ${indicator.goalId}`
  return (
    <Section id="indicator" title={t('changeOf', { title: indicator.label })}>
      <FieldsForm
        action={savePolicyIndicatorAction}
        fields={policyIndicatorFields(
          fields,
          holderOptions(fields, goals),
          valueRows(indicator.values),
        )}
        stored={{ ...policyIndicatorValues(indicator), indicatorOf: of }}
        about={{ regionId, indicatorId: indicator.id, version: indicator.version }}
        labels={{ submit: edit('save'), busy: edit('busy') }}
      />
      <div className="mt-6">
        <ActForm
          action={removePartAction}
          about={{ regionId, kind: 'indicator', id: indicator.id, version: indicator.version }}
          variant="danger"
          label={t('removeOf', { title: indicator.label })}
          pending={t('removing')}
        />
      </div>
    </Section>
  )
}
