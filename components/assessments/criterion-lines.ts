import type { CriterionLine } from '@/components/charts/seven-lines-layout'
import type { Locale } from '@/i18n/routing'
import type { CriterionProfile } from '@/lib/assessments/types'

/** A profile as the drawing takes it, labels in the reader's language. */
export function criterionLines(profile: readonly CriterionProfile[], locale: Locale): CriterionLine[] {
  return profile.map(({ slug, labelNl, labelEn, scores, cannotJudge, median, selfScore, divided, provisional, n }) => ({
    slug, label: locale === 'en' ? labelEn : labelNl, scores, cannotJudge, median, selfScore, divided, provisional, n,
  }))
}
