import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AssessmentForm } from '@/components/judgement/assessments/assessment-form'
import {
  assessmentLabels,
  criterionQuestions,
} from '@/components/judgement/assessments/assessment-text'
import type { Locale } from '@/i18n/routing'
import type { loadAssessmentWork } from '@/lib/judgement/assessments/loaders'
import { assessmentValues } from '@/lib/judgement/assessments/rules'

const CONSTITUENCIES = ['employers', 'employees', 'independent', 'other'] as const

interface AssessmentSectionProps {
  work: Awaited<ReturnType<typeof loadAssessmentWork>>
  locale: Locale
  done: ReactNode
}

export function AssessmentSection({ work, locale, done }: AssessmentSectionProps) {
  const { actor, target, kind, criteria, own, first } = work
  const t = useTranslations('assessments.form')
  const assessments = useTranslations('assessments')
  const method = useTranslations('method.criteria')
  const questions = criterionQuestions(criteria, work, locale, assessments, method)
  const earlier = own ?? first
  const values = assessmentValues(criteria, earlier)
  return (
    <AssessmentForm
      slug={target.slug}
      kind={kind}
      version={own?.version ?? 0}
      savedAt={own?.updatedAt.toISOString() ?? null}
      stored={earlier ? values : { ...values, constituency: actor.constituency ?? '' }}
      criteria={questions}
      labels={assessmentLabels(t, questions)}
      constituencies={CONSTITUENCIES.map((value) => ({
        value,
        label: t(`constituencyOptions.${value}`),
      }))}
      done={done}
    />
  )
}
