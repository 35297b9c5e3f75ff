import { labelIn } from '@/lib/base/text/label'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import type { Likeness } from '@/lib/exchange/comparison/types'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import { narrowest } from '@/lib/knowledge/search/facets.rules'

const SHOWN_FACETS = 3
const SHOWN_TERMS = 2

const inSentence = (label: string) =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

export async function likenessText(locale: Locale): Promise<(likeness: Likeness) => string> {
  const [t, format, values] = await Promise.all([
    getTranslations({ locale, namespace: 'comparison.similar' }),
    getFormatter({ locale }),
    loadFacetValues(),
  ])
  return ({ shared, apart }) => {
    const told = shared.slice(0, SHOWN_FACETS).map(({ facet, slugs }) => {
      const narrow = new Set(narrowest(values[facet], slugs).map(({ slug }) => slug))
      const labels = slugs
        .filter((slug) => narrow.has(slug))
        .flatMap((slug) => values[facet].find((value) => value.slug === slug) ?? [])
      return t(`facet.${facet}`, {
        list: format.list(
          labels
            .slice(0, SHOWN_TERMS)
            .map(({ labelNl, labelEn }) => inSentence(labelIn(locale, { labelNl, labelEn }))),
        ),
      })
    })
    const parts = [
      ...(told.length === 0 ? [] : [t('shares', { list: format.list(told) })]),
      ...(apart.length === 0
        ? []
        : [t('apart', { list: format.list(apart.map((facet) => t(`facetName.${facet}`))) })]),
    ]
    return parts.join('; ')
  }
}
