import { getFormatter, getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import type { Compared } from '@/lib/exchange/comparison/types'

export async function scoreText(
  locale: Locale,
): Promise<(line: Compared['profile'][number]) => string> {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: 'comparison' }),
    getFormatter({ locale }),
  ])
  return ({ scores, median, provisional, divided }) => {
    if (scores.length === 0 || median === null) return t('overlayNone')
    if (provisional)
      return t('overlayProvisional', {
        scores: scores.map((score) => format.number(score)).join(', '),
      })
    return divided ? t('overlayDivided', { median: format.number(median) }) : format.number(median)
  }
}
