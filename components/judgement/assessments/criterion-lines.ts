import { labelIn } from '@/lib/base/text/label'
import type { CriterionLine } from '@/components/base/charts/seven-lines-layout'
import type { Locale } from '@/i18n/routing'
import { staleScores } from '@/lib/judgement/assessments/rules'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { CriterionProfile } from '@/lib/judgement/assessments/types'

export function criterionLines(
  profile: readonly CriterionProfile[],
  locale: Locale,
  today?: CalendarDate,
): CriterionLine[] {
  return profile.map(
    ({
      slug,
      labelNl,
      labelEn,
      scores,
      cannotJudge,
      median,
      selfScore,
      divided,
      provisional,
      n,
      reasons,
    }) => ({
      slug,
      label: labelIn(locale, { labelNl, labelEn }),
      scores,
      cannotJudge,
      median,
      selfScore,
      divided,
      provisional,
      n,
      stale: today === undefined ? [] : staleScores(reasons, today),
    }),
  )
}
