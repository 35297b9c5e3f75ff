import { useTranslations } from 'next-intl'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { saveRoundAction } from '@/lib/monitor/rounds/actions'
import { roundValues } from '@/lib/monitor/rounds/schema'
import type { MeasureProgress, RoundDays } from '@/lib/monitor/rounds/types'

interface RoundFormProps {
  regionId: string
  year: number
  version: number
  days: RoundDays
  measures: readonly MeasureProgress[]
  editors: readonly { id: string; name: string }[]
  writers: ReadonlyMap<string, string>
}

export function RoundForm(props: RoundFormProps) {
  const { regionId, year, version, days, measures, editors, writers } = props
  const t = useTranslations('rounds.edit')
  const people = [
    { value: '', label: t('everyone') },
    ...editors.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const who = measures.map(({ title }, index): FieldSpec => ({
    kind: 'select',
    name: `writers.${index}.writer`,
    label: t('writerOf', { measure: title }),
    options: people,
  }))
  return (
    <FieldsForm
      action={saveRoundAction}
      fields={[
        { kind: 'date', name: 'expectationsOn', label: t('expectationsOn') },
        { kind: 'date', name: 'valuesOn', label: t('valuesOn') },
        { kind: 'date', name: 'verdictsOn', label: t('verdictsOn') },
        { kind: 'date', name: 'councilOn', label: t('councilOn') },
        ...(who.length === 0 ? [] : [{ kind: 'heading' as const, label: t('writers') }, ...who]),
      ]}
      stored={{
        ...roundValues(days),
        ...Object.fromEntries(
          measures.map(({ id }, index) => [`writers.${index}.writer`, writers.get(id) ?? '']),
        ),
      }}
      about={{
        regionId,
        year,
        version,
        ...Object.fromEntries(measures.map(({ id }, index) => [`writers.${index}.measure`, id])),
      }}
      labels={{ submit: t('save'), busy: t('busy') }}
    />
  )
}
