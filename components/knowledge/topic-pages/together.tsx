import { useTranslations } from 'next-intl'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { TextLink } from '@/components/base/ui/text'
import { FACET_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { TOPIC_FACETS, type Topic, type Facet } from '@/lib/knowledge/topic-pages/types'

export function Together({
  topic,
  facet,
  slug,
}: {
  topic: Pick<Topic, 'together'>
  facet: Facet
  slug: string
}) {
  const t = useTranslations('topicPages')
  const lists = TOPIC_FACETS.flatMap((other) => {
    const values = topic.together[other] ?? []
    return values.length === 0 ? [] : [{ other, values }]
  })
  if (lists.length === 0) return <p className="text-muted">{t('togetherNone')}</p>
  return (
    <div className="grid gap-x-12 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {lists.map(({ other, values }) => (
        <div key={other} className="border-t-2 border-green pt-3">
          <h3 className="text-lg">{t(`plural.${other}`)}</h3>
          <ul className="mt-2">
            {values.map((value) => (
              <li
                key={value.slug}
                className="flex items-baseline justify-between gap-4 border-b border-hairline py-1.5"
              >
                <TextLink
                  href={{
                    pathname: '/initiatives',
                    query: {
                      [FACET_PARAMETERS[facet]]: slug,
                      [FACET_PARAMETERS[other]]: value.slug,
                    },
                  }}
                  prefetch={false}
                  rel="nofollow"
                  className="text-ink"
                >
                  <TermWord term={value} />
                </TextLink>
                <span className="text-sm text-muted tabular">{value.count}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
