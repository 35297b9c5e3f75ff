import { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/base/forms/fields-form'
import { HORIZONS, OUTCOME_UNITS } from '@/lib/judgement/measurements/types'
import type { ManagedVocabulary } from '@/lib/site/vocabularies/types'

interface Place {
  id: string
  labelNl: string
}

/** How an outcome is measured; other terms have no such fields. */
export function useMeasureFields(vocabulary: ManagedVocabulary): FieldSpec[] {
  const t = useTranslations('vocabularies.measure')
  if (vocabulary !== 'outcome') return []
  return [
    {
      kind: 'select',
      name: 'unit',
      label: t('unit'),
      options: OUTCOME_UNITS.map((value) => ({ value, label: t(`unitOption.${value}`) })),
    },
    {
      kind: 'select',
      name: 'horizon',
      label: t('horizon'),
      hint: t('horizonHint'),
      options: [
        { value: '', label: t('horizonAny') },
        ...HORIZONS.map((value) => ({ value, label: t(`horizonOption.${value}`) })),
      ],
    },
    { kind: 'checkbox', name: 'lowerIsBetter', label: t('lowerIsBetter') },
  ]
}

/** The fields of a term; the names of other terms stay in Dutch, as everywhere in this list. */
export function useTermFields(parents: readonly Place[], withNames = true): FieldSpec[] {
  const t = useTranslations('vocabularies.fields')
  return [
    { kind: 'text', name: 'labelNl', label: t('labelNl'), autoComplete: 'off' },
    { kind: 'text', name: 'labelEn', label: t('labelEn'), autoComplete: 'off' },
    { kind: 'textarea', name: 'definitionNl', label: t('definitionNl') },
    { kind: 'textarea', name: 'definitionEn', label: t('definitionEn') },
    ...(withNames
      ? [
          {
            kind: 'textarea' as const,
            name: 'altLabels',
            label: t('altLabels'),
            hint: t('altLabelsHint'),
          },
        ]
      : []),
    {
      kind: 'select',
      name: 'parentId',
      label: t('parent'),
      options: [
        { value: '', label: t('top') },
        ...parents.map(({ id, labelNl }) => ({ value: id, label: labelNl })),
      ],
    },
  ]
}
