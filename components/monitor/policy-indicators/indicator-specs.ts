import type { getTranslations } from 'next-intl/server'
import type { FieldSpec } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import { POLICY_UNITS } from '@/lib/monitor/policy-indicators/rules'

type Translate = Awaited<ReturnType<typeof getTranslations<'policyIndicators'>>>

interface Holder {
  id: string
  title: string
  measures: readonly { id: string; title: string }[]
}

/** Goals with their measures, as the choice of what an indicator judges. */
export function holderOptions(t: Translate, goals: readonly Holder[]): Option[] {
  return goals.flatMap(({ id, title, measures }) => [
    { value: `goal ${id}`, label: t('edit.goal', { title }) },
    ...measures.map((measure) => ({
      value: `measure ${measure.id}`,
      label: t('edit.measure', { title: measure.title }),
    })),
  ])
}

/** `rows`: how many years with a value can be filled in. */
export function policyIndicatorFields(
  t: Translate,
  holders: readonly Option[],
  rows: number,
): FieldSpec[] {
  return [
    { kind: 'select', name: 'indicatorOf', label: t('edit.of'), options: holders },
    { kind: 'text', name: 'indicatorLabel', label: t('edit.label'), hint: t('edit.labelHint') },
    {
      kind: 'select',
      name: 'indicatorUnit',
      label: t('edit.unit'),
      options: POLICY_UNITS.map((value) => ({ value, label: t(`unit.${value}`) })),
    },
    { kind: 'checkbox', name: 'lowerIsBetter', label: t('edit.lower') },
    { kind: 'text', name: 'baselineValue', label: t('edit.baselineValue') },
    { kind: 'text', name: 'baselineYear', label: t('edit.baselineYear') },
    { kind: 'text', name: 'targetValue', label: t('edit.targetValue') },
    { kind: 'text', name: 'targetYear', label: t('edit.targetYear') },
    { kind: 'text', name: 'indicatorSource', label: t('edit.source') },
    { kind: 'heading', label: t('edit.values') },
    ...Array.from({ length: rows }, (_, index): FieldSpec[] => [
      {
        kind: 'text',
        name: `values.${index}.year`,
        label: t('edit.year', { row: index + 1 }),
      },
      {
        kind: 'text',
        name: `values.${index}.value`,
        label: t('edit.value', { row: index + 1 }),
      },
    ]).flat(),
  ]
}
