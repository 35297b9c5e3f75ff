import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import { PairingForm, type PairingRow } from '@/components/monitor/policies/pairing-form'
import { goalFields, measureFields } from '@/components/monitor/policies/policy-specs'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { saveGoalAction, saveMeasureAction } from '@/lib/monitor/policies/actions'
import type { GoalChoice, MonitorView } from '@/lib/monitor/policies/types'
import type { RegionSummary } from '@/lib/base/regions/types'

/** In the numbering the action expects: one list per kind. */
function pairingRows(
  goals: readonly GoalChoice[],
  monitor: MonitorView,
  ofRegion: (region: string) => string,
): PairingRow[] {
  let measureIndex = 0
  return goals.flatMap((goal, index) => {
    const linked = monitor.goals.find(({ id }) => id === goal.id)
    return [
      {
        name: `goals.${index}`,
        id: goal.id,
        title: goal.title,
        detail: ofRegion(goal.region.name),
        linked: linked !== undefined,
        note: linked?.note ?? '',
        nested: false,
      },
      ...goal.measures.map((measure): PairingRow => {
        const served = monitor.measures.find(({ id }) => id === measure.id)
        return {
          name: `measures.${measureIndex++}`,
          id: measure.id,
          title: measure.title,
          detail: measure.responsible ?? '',
          linked: served !== undefined,
          note: served?.note ?? '',
          nested: true,
        }
      }),
    ]
  })
}

interface PairingSectionProps {
  initiativeId: string
  goals: GoalChoice[]
  monitor: MonitorView
  writableRegions: RegionSummary[]
  instruments: Option[]
}

function AddToPairing({
  initiativeId,
  goals,
  writableRegions,
  instruments,
}: Omit<PairingSectionProps, 'monitor'>) {
  const t = useTranslations('policies.edit')
  const regions = writableRegions.map(({ id, name }) => ({ value: id, label: name }))
  const [firstRegion] = regions
  if (!firstRegion) return null
  const writableGoals = goals.filter(({ region }) =>
    writableRegions.some(({ id }) => id === region.id),
  )
  return (
    <div className="mt-6">
      <FieldsForm
        action={saveGoalAction}
        fields={goalFields(t, regions)}
        stored={{ goalRegionId: firstRegion.value }}
        summary={t('addGoal')}
        labels={{ submit: t('add'), busy: t('busy'), done: t('added') }}
        about={{
          initiativeId,
          goalId: randomUUID(),
          ...(regions.length === 1 && { goalRegionId: firstRegion.value }),
        }}
      />
      {writableGoals.length > 0 ? (
        <FieldsForm
          action={saveMeasureAction}
          fields={measureFields(t, writableGoals, instruments)}
          stored={{}}
          summary={t('addMeasure')}
          labels={{ submit: t('add'), busy: t('busy'), done: t('added') }}
          about={{ initiativeId, measureId: randomUUID() }}
        />
      ) : null}
    </div>
  )
}

export function PairingSection({
  initiativeId,
  goals,
  monitor,
  writableRegions,
  instruments,
}: PairingSectionProps) {
  const t = useTranslations('policies.edit')
  return (
    <Section id="koppelen" title={t('pairing')} lead={t('pairingLead')} className="mt-10">
      {goals.length === 0 ? (
        <EmptyState title={t('noGoals')}>{t('noGoalsWhy')}</EmptyState>
      ) : (
        <PairingForm
          initiativeId={initiativeId}
          rows={pairingRows(goals, monitor, (region) => t('ofRegion', { region }))}
          labels={{
            legend: t('pairingLegend'),
            note: t('pairingNote'),
            submit: t('pairingSave'),
            busy: t('busy'),
            conflict: t('pairingConflict'),
          }}
        />
      )}
      <AddToPairing
        initiativeId={initiativeId}
        goals={goals}
        writableRegions={writableRegions}
        instruments={instruments}
      />
    </Section>
  )
}
