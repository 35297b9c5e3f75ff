import type { useTranslations } from 'next-intl'
import type { AssessmentFormLabels } from '@/components/judgement/assessments/assessment-form'
import type { CriterionQuestion } from '@/components/judgement/assessments/score-field'
import type { Locale } from '@/i18n/routing'
import type {
  CriterionProfile,
  CriterionView,
  OwnAssessment,
} from '@/lib/judgement/assessments/types'

type Texts = ReturnType<typeof useTranslations<'assessments'>>
type FormText = ReturnType<typeof useTranslations<'assessments.form'>>
type MethodText = ReturnType<typeof useTranslations<'method.criteria'>>

function seenBefore(
  assessments: Texts,
  slug: string,
  first: OwnAssessment | null,
  others: readonly CriterionProfile[],
) {
  const own = first?.scores.find(({ criterion }) => criterion === slug)
  const score = (value: number | string | null) =>
    value === null || value === 'cannot'
      ? assessments('cannot')
      : assessments('score', { score: value })
  const reasons = others.find((line) => line.slug === slug)?.reasons ?? []
  return {
    first: own ? { text: `${score(own.score)}.`, reason: own.reason } : null,
    others: reasons
      .filter(({ kind, reason }) => kind === 'panel' && reason !== own?.reason)
      .map(({ score: value, reason, organisationName, constituency }) => ({
        text: `${score(value)} · ${organisationName} · ${assessments(`constituency.${constituency}`)}.`,
        reason,
      })),
  }
}

const noteOn = (slug: string, method: MethodText) => {
  if (slug === 'doelmatig') return method('effect')
  return slug === 'meetbaar-bewezen' ? method('proof') : null
}

interface RoundBefore {
  first: OwnAssessment | null
  others: readonly CriterionProfile[]
}

export function criterionQuestions(
  criteria: readonly CriterionView[],
  { first, others }: RoundBefore,
  locale: Locale,
  assessments: Texts,
  method: MethodText,
): CriterionQuestion[] {
  const english = locale === 'en'
  return criteria.map((criterion) => ({
    slug: criterion.slug,
    number: criterion.number,
    label: english ? criterion.labelEn : criterion.labelNl,
    definition: english ? criterion.definitionEn : criterion.definitionNl,
    questions: english ? criterion.guidingQuestionsEn : criterion.guidingQuestionsNl,
    anchors: english ? criterion.anchorsEn : criterion.anchorsNl,
    cannotWhen: english ? criterion.notRatableWhenEn : criterion.notRatableWhenNl,
    note: noteOn(criterion.slug, method),
    ...seenBefore(assessments, criterion.slug, first, others),
  }))
}

export function assessmentLabels(
  t: FormText,
  questions: readonly CriterionQuestion[],
): AssessmentFormLabels {
  const fields: Record<string, string> = { constituency: t('constituency') }
  questions.forEach(({ label }, index) => {
    fields[`scores.${index}.score`] = t('scoreOf', { criterion: label })
    fields[`scores.${index}.reason`] = t('reasonOf', { criterion: label })
  })
  return {
    score: t('score'),
    cannot: t('cannot'),
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    questions: t('questions'),
    constituency: t('constituency'),
    constituencyHint: t('constituencyHint'),
    save: t('save'),
    saving: t('saving'),
    submit: t('submit'),
    submitting: t('submitting'),
    submitHint: t('submitHint'),
    fields,
    first: t('first'),
    others: t('others', { count: Math.max(1, ...questions.map((one) => one.others.length)) }),
  }
}
