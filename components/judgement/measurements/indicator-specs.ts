import type { getTranslations } from 'next-intl/server'
import type { FieldSpec } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import { HORIZONS, type MeasurementDesign } from '@/lib/judgement/measurements/types'
import { ACCEPTED_FILES, MAX_FILE_BYTES } from '@/lib/base/files/file-type'

type Translate = Awaited<ReturnType<typeof getTranslations<'indicators.edit'>>>

const DESIGNS = [
  'after_only',
  'before_after',
  'comparison',
  'quasi_experiment',
  'experiment',
] as const

export function indicatorFields(
  t: Translate,
  { outcomes, resultTypes }: { outcomes: readonly Option[]; resultTypes: readonly Option[] },
): FieldSpec[] {
  return [
    {
      kind: 'select',
      name: 'outcome',
      label: t('outcome'),
      hint: t('outcomeHint'),
      options: [{ value: '', label: t('outcomeNone') }, ...outcomes],
    },
    { kind: 'text', name: 'indicatorLabel', label: t('label'), hint: t('labelHint') },
    { kind: 'text', name: 'unit', label: t('unit'), hint: t('unitHint') },
    { kind: 'select', name: 'resultType', label: t('resultType'), options: resultTypes },
    { kind: 'textarea', name: 'indicatorDefinition', label: t('definition') },
    { kind: 'text', name: 'indicatorSource', label: t('source') },
    { kind: 'text', name: 'frequency', label: t('frequency') },
    { kind: 'number', name: 'baselineValue', label: t('baselineValue') },
    { kind: 'date', name: 'baselineOn', label: t('baselineOn') },
    { kind: 'number', name: 'baselineN', label: t('baselineN') },
    { kind: 'text', name: 'baselineNote', label: t('baselineNote') },
    { kind: 'number', name: 'targetValue', label: t('targetValue') },
    { kind: 'date', name: 'targetOn', label: t('targetOn') },
    {
      kind: 'checkbox',
      name: 'lowerIsBetter',
      label: t('lowerIsBetter'),
      hint: t('lowerIsBetterHint'),
    },
  ]
}

function aboutFields(
  t: Translate,
  indicators: readonly Option[],
  isCorrection: boolean,
): FieldSpec[] {
  return [
    ...(isCorrection
      ? [
          {
            kind: 'textarea' as const,
            name: 'correctionReason',
            label: t('correctionReason'),
            hint: t('correctionReasonHint'),
          },
        ]
      : []),
    ...(indicators.length > 1
      ? [
          {
            kind: 'select' as const,
            name: 'measuredIndicatorId',
            label: t('label'),
            options: indicators,
          },
        ]
      : []),
  ]
}

function sourceFields(t: Translate, isCorrection: boolean): FieldSpec[] {
  return [
    {
      kind: 'text',
      name: 'measurementSource',
      label: t('measurementSource'),
      hint: t('measurementSourceHint'),
    },
    { kind: 'text', name: 'measurementUrl', label: t('measurementUrl') },
    {
      kind: 'file',
      name: 'sourceFile',
      label: t(isCorrection ? 'sourceFileNew' : 'sourceFile'),
      hint: t('sourceFileHint'),
      accept: ACCEPTED_FILES,
      maxBytes: MAX_FILE_BYTES,
    },
    { kind: 'text', name: 'measuredBy', label: t('measuredBy') },
    { kind: 'checkbox', name: 'independent', label: t('independent') },
  ]
}

function comparisonFields(t: Translate): FieldSpec[] {
  return [
    { kind: 'heading', label: t('comparing') },
    { kind: 'textarea', name: 'comparisonDescription', label: t('comparisonDescription') },
    { kind: 'number', name: 'comparisonNumerator', label: t('comparisonNumerator') },
    { kind: 'number', name: 'comparisonN', label: t('comparisonN') },
  ]
}

export function measurementFields(
  t: Translate,
  indicators: readonly Option[],
  reaches: (design: MeasurementDesign) => string,
  isCorrection = false,
): FieldSpec[] {
  return [
    ...aboutFields(t, indicators, isCorrection),
    { kind: 'date', name: 'measuredOn', label: t('measuredOn') },
    { kind: 'number', name: 'numerator', label: t('numerator') },
    { kind: 'number', name: 'n', label: t('n'), hint: t('nHint') },
    { kind: 'text', name: 'population', label: t('population'), hint: t('populationHint') },
    {
      kind: 'select',
      name: 'horizon',
      label: t('horizon'),
      options: [
        { value: '', label: t('horizonUnknown') },
        ...HORIZONS.map((value) => ({ value, label: t(`horizonOption.${value}`) })),
      ],
    },
    { kind: 'number', name: 'value', label: t('value'), hint: t('valueHint') },
    {
      kind: 'select',
      name: 'design',
      label: t('design'),
      options: DESIGNS.map((value) => ({ value, label: t(`designOption.${value}`) })),
    },
    {
      kind: 'meanings',
      label: t('designMeanings'),
      items: DESIGNS.map((value) => ({
        term: t(`designOption.${value}`),
        text: `${t(`designMeaning.${value}`)} ${reaches(value)}`,
      })),
    },
    ...sourceFields(t, isCorrection),
    { kind: 'date', name: 'periodStart', label: t('periodStart') },
    { kind: 'date', name: 'periodEnd', label: t('periodEnd') },
    ...comparisonFields(t),
    { kind: 'textarea', name: 'measurementNote', label: t('note') },
  ]
}
