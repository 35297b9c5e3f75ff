import { labelIn } from '@/lib/base/text/label'
import type { getTranslations } from 'next-intl/server'
import type { FieldSpec } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import type { Locale } from '@/i18n/routing'
import { AMOUNT_QUALIFIERS } from '@/lib/monitor/policies/schema'
import type { GoalChoice, TermChoice } from '@/lib/monitor/policies/types'

type Translate = Awaited<ReturnType<typeof getTranslations<'policies.edit'>>>

/** As in the database, which stored values follow. */
const DOMAINS = ['informal_care', 'volunteering', 'learning', 'health'] as const
const OVERLAPS = ['unknown', 'separate', 'may_overlap'] as const
const EFFECTS = ['not_examined', 'better', 'same', 'worse'] as const

export const termOptions = (terms: readonly TermChoice[], locale: Locale): Option[] =>
  terms.map(({ slug, labelNl, labelEn }) => ({
    value: slug,
    label: labelIn(locale, { labelNl, labelEn }),
  }))

const peopleFields = (t: Translate, of: 'goal' | 'measure'): FieldSpec[] => [
  { kind: 'number', name: `${of}PeopleGroup`, label: t('peopleGroup') },
  { kind: 'number', name: `${of}PeoplePlanned`, label: t('peoplePlanned') },
  {
    kind: 'number',
    name: `${of}PeopleReached`,
    label: t('peopleReached'),
    hint: t('peopleHint'),
  },
]

export function goalFields(t: Translate, regions: readonly Option[]): FieldSpec[] {
  return [
    ...(regions.length > 1
      ? [
          {
            kind: 'select' as const,
            name: 'goalRegionId',
            label: t('goalRegion'),
            options: regions,
          },
        ]
      : []),
    { kind: 'text', name: 'goalTitle', label: t('goalTitle'), hint: t('goalTitleHint') },
    { kind: 'textarea', name: 'goalDescription', label: t('description') },
    { kind: 'text', name: 'goalCarriedBy', label: t('carriedBy'), hint: t('carriedByHint') },
    ...peopleFields(t, 'goal'),
    { kind: 'text', name: 'goalSourceTitle', label: t('sourceTitle') },
    { kind: 'text', name: 'goalSourceRef', label: t('sourceRef') },
    { kind: 'text', name: 'goalSourceUrl', label: t('sourceUrl') },
    { kind: 'date', name: 'goalStartsOn', label: t('startsOn') },
    { kind: 'date', name: 'goalEndsOn', label: t('endsOn') },
  ]
}

export function measureFields(
  t: Translate,
  goals: readonly GoalChoice[],
  instruments: readonly Option[],
): FieldSpec[] {
  return [
    {
      kind: 'select',
      name: 'measureGoalId',
      label: t('measureGoal'),
      options: goals.map(({ id, title }) => ({ value: id, label: title })),
    },
    { kind: 'text', name: 'measureTitle', label: t('measureTitle') },
    { kind: 'textarea', name: 'measureDescription', label: t('description') },
    {
      kind: 'select',
      name: 'measureInstrument',
      label: t('measureInstrument'),
      options: [{ value: '', label: t('unknown') }, ...instruments],
    },
    { kind: 'text', name: 'measureResponsible', label: t('measureResponsible') },
    ...peopleFields(t, 'measure'),
    { kind: 'text', name: 'measureSourceTitle', label: t('sourceTitle') },
    { kind: 'text', name: 'measureSourceRef', label: t('sourceRef') },
    { kind: 'date', name: 'measureStartsOn', label: t('startsOn') },
    { kind: 'date', name: 'measureEndsOn', label: t('endsOn') },
  ]
}

export function fundingFields(
  t: Translate,
  choices: { types: readonly Option[]; alignments: readonly Option[]; measures: readonly Option[] },
): FieldSpec[] {
  const measures: FieldSpec[] =
    choices.measures.length === 0
      ? []
      : [
          {
            kind: 'select',
            name: 'fundingMeasureId',
            label: t('fundingMeasure'),
            options: [{ value: '', label: t('unknown') }, ...choices.measures],
          },
        ]
  return [
    { kind: 'text', name: 'provider', label: t('provider') },
    { kind: 'select', name: 'fundingType', label: t('fundingType'), options: choices.types },
    { kind: 'text', name: 'amount', label: t('amount'), hint: t('amountHint') },
    {
      kind: 'select',
      name: 'amountQualifier',
      label: t('amountQualifier'),
      options: AMOUNT_QUALIFIERS.map((value) => ({ value, label: t(`qualifier.${value}`) })),
    },
    {
      kind: 'select',
      name: 'overlap',
      label: t('overlap'),
      hint: t('overlapHint'),
      options: OVERLAPS.map((value) => ({ value, label: t(`overlapOption.${value}`) })),
    },
    { kind: 'date', name: 'fundingStartsOn', label: t('startsOn') },
    { kind: 'date', name: 'fundingEndsOn', label: t('endsOn') },
    ...measures,
    { kind: 'textarea', name: 'purpose', label: t('purpose') },
    { kind: 'select', name: 'alignment', label: t('alignment'), options: choices.alignments },
    {
      kind: 'textarea',
      name: 'alignmentNote',
      label: t('alignmentNote'),
      hint: t('alignmentNoteHint'),
    },
    { kind: 'textarea', name: 'afterFundingPlan', label: t('afterPlan') },
    { kind: 'text', name: 'fundingSourceTitle', label: t('sourceTitle') },
    { kind: 'text', name: 'fundingSourceUrl', label: t('sourceUrl') },
  ]
}

export function theoryFields(t: Translate): FieldSpec[] {
  return [
    { kind: 'textarea', name: 'theoryOfChange', label: t('theoryOfChange'), hint: t('theoryHint') },
    { kind: 'heading', label: t('theorySteps') },
    { kind: 'textarea', name: 'theoryInput', label: t('step.input'), hint: t('stepHint.input') },
    {
      kind: 'textarea',
      name: 'theoryActivity',
      label: t('step.activity'),
      hint: t('stepHint.activity'),
    },
    { kind: 'textarea', name: 'theoryOutput', label: t('step.output'), hint: t('stepHint.output') },
    {
      kind: 'textarea',
      name: 'theoryOutcome',
      label: t('step.outcome'),
      hint: t('stepHint.outcome'),
    },
    { kind: 'textarea', name: 'theoryImpact', label: t('step.impact'), hint: t('stepHint.impact') },
    { kind: 'heading', label: t('theoryMore') },
    { kind: 'textarea', name: 'approachRationale', label: t('approachRationale') },
    { kind: 'textarea', name: 'evaluationDesign', label: t('evaluationDesign') },
    { kind: 'textarea', name: 'sideEffects', label: t('sideEffects') },
  ]
}

export function costFields(t: Translate): FieldSpec[] {
  return [
    { kind: 'number', name: 'reachInvited', label: t('reachInvited') },
    { kind: 'number', name: 'reachStarted', label: t('reachStarted') },
    { kind: 'number', name: 'reachFinished', label: t('reachFinished') },
    { kind: 'number', name: 'reachOutcome', label: t('reachOutcome') },
    { kind: 'number', name: 'costPerParticipant', label: t('costPerParticipant') },
    { kind: 'number', name: 'costPerParticipantLow', label: t('costPerParticipantLow') },
    { kind: 'number', name: 'costPerParticipantHigh', label: t('costPerParticipantHigh') },
    { kind: 'number', name: 'costPerPlacement', label: t('costPerPlacement') },
    { kind: 'number', name: 'costPerPlacementLow', label: t('costPerPlacementLow') },
    { kind: 'number', name: 'costPerPlacementHigh', label: t('costPerPlacementHigh') },
    { kind: 'textarea', name: 'costBasis', label: t('costBasis') },
  ]
}

export function consequenceFields(t: Translate, displacements: readonly Option[]): FieldSpec[] {
  return [
    { kind: 'select', name: 'displacement', label: t('displacement'), options: displacements },
    { kind: 'textarea', name: 'displacementNote', label: t('displacementNote') },
    ...tradeOffFields(t),
  ]
}

export function tradeOffFields(t: Translate): FieldSpec[] {
  return DOMAINS.flatMap((domain, index): FieldSpec[] => [
    { kind: 'heading', label: t(`domain.${domain}`) },
    {
      kind: 'select',
      name: `tradeOffs.${index}.effect`,
      label: t('effect'),
      options: EFFECTS.map((value) => ({ value, label: t(`effectOption.${value}`) })),
    },
    { kind: 'number', name: `tradeOffs.${index}.hours`, label: t('hours') },
    { kind: 'text', name: `tradeOffs.${index}.carriedBy`, label: t('carriedBy') },
    { kind: 'text', name: `tradeOffs.${index}.source`, label: t('tradeSource') },
  ])
}

export const balanceRows = () =>
  Object.fromEntries(DOMAINS.map((domain, index) => [`tradeOffs.${index}.domain`, domain]))
