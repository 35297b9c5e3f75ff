'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { labelIn } from '@/lib/base/text/label'
import type { Named, Reason } from '@/lib/site/ideas/types'

/** Terms and words as they stand in a sentence. */
export function useListText() {
  const [format, locale] = [useFormatter(), useLocale()]
  return {
    words: (words: readonly string[]) => format.list(words.map((word) => `‘${word}’`)),
    terms: (terms: readonly Named[]) => format.list(terms.map((term) => labelIn(locale, term))),
  }
}

/** Why something is shown, as a sentence. */
export function useReasonText(): (reason: Reason) => string {
  const t = useTranslations('ideas.reason')
  const locale = useLocale()
  const list = useListText()
  return (reason) => {
    if (reason.kind === 'alike') return t('alike', { title: reason.title })
    if (reason.kind === 'region') return t('region', { name: reason.name })
    if (reason.kind === 'words') return t('words', { list: list.words(reason.words) })
    return t('term', { label: labelIn(locale, reason) })
  }
}
