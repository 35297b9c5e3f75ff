import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { parentOptions } from '@/components/monitor/chains/goal-editor'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import {
  balanceRows,
  goalFields,
  measureFields,
  tradeOffFields,
} from '@/components/monitor/policies/policy-specs'
import {
  saveChainFundingAction,
  saveChainGoalAction,
  saveChainMeasureAction,
} from '@/lib/monitor/chains/actions'
import {
  holderOptions,
  policyIndicatorFields,
} from '@/components/monitor/policy-indicators/indicator-specs'
import { savePolicyIndicatorAction } from '@/lib/monitor/chains/indicators.actions'
import { VALUE_ROWS_FREE } from '@/lib/monitor/policy-indicators/schema'
import type { ChainGoal, ChainMeasure } from '@/lib/monitor/chains/types'
import { NOT_ASSESSED } from '@/lib/monitor/policies/schema'

interface AddToChainProps {
  year: number
  goals: ChainGoal[]
  regionId: string
  instruments: Option[]
  measures: ChainMeasure[]
  moneyFields: FieldSpec[]
}

export function AddToChain({
  year,
  goals,
  regionId,
  instruments,
  measures,
  moneyFields,
}: AddToChainProps) {
  const t = useTranslations('chains.editor')
  const edit = useTranslations('policies.edit')
  const add = { submit: edit('add'), busy: edit('busy'), done: edit('added') }
  return (
    <div className="mt-6">
      <FieldsForm
        action={saveChainGoalAction}
        summary={t('addGoal')}
        labels={add}
        stored={{ goalStartsOn: `${year}-01-01` }}
        fields={[
          {
            kind: 'select',
            name: 'parentId',
            label: t('parent'),
            options: parentOptions(goals, t('topLevel')),
          },
          ...goalFields(edit, []),
        ]}
        about={{ regionId, goalRegionId: regionId, goalId: randomUUID() }}
      />
      {goals.length > 0 ? (
        <FieldsForm
          action={saveChainMeasureAction}
          summary={t('addMeasure')}
          labels={add}
          stored={{}}
          fields={[...measureFields(edit, goals, instruments), ...tradeOffFields(edit)]}
          about={{ regionId, measureId: randomUUID(), ...balanceRows() }}
        />
      ) : null}
      {measures.length > 0 ? (
        <FieldsForm
          action={saveChainFundingAction}
          summary={t('addFunding')}
          labels={add}
          stored={{ alignment: NOT_ASSESSED, amountQualifier: 'exact' }}
          fields={moneyFields}
          about={{ regionId, fundingId: randomUUID() }}
        />
      ) : null}
      {goals.length > 0 ? <AddIndicator goals={goals} regionId={regionId} /> : null}
    </div>
  )
}

function AddIndicator({ goals, regionId }: Pick<AddToChainProps, 'goals' | 'regionId'>) {
  const t = useTranslations('chains.editor')
  const edit = useTranslations('policies.edit')
  const indicator = useTranslations('policyIndicators')
  return (
    <FieldsForm
      action={savePolicyIndicatorAction}
      summary={t('addIndicator')}
      labels={{ submit: edit('add'), busy: edit('busy'), done: edit('added') }}
      stored={{}}
      fields={policyIndicatorFields(indicator, holderOptions(indicator, goals), VALUE_ROWS_FREE)}
      about={{ regionId, indicatorId: randomUUID() }}
    />
  )
}
