import { useLocale, useTranslations } from 'next-intl'
import { labelIn } from '@/lib/base/text/label'
import type { ContestView } from '@/lib/judgement/contests/types'

/** What a contest is about, as a name. */
export function useAboutText(): (one: Pick<ContestView, 'about' | 'criterion'>) => string {
  const t = useTranslations('contests.about')
  const locale = useLocale()
  return ({ about, criterion }) =>
    about === 'score' && criterion
      ? t('score', { criterion: labelIn(locale, criterion) })
      : t(about === 'evidence' ? 'evidence' : 'results')
}
