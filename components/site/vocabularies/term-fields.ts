import { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/base/forms/fields-form'

interface Place {
  id: string
  labelNl: string
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
