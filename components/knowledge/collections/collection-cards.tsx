import { useTranslations } from 'next-intl'
import { ExampleMark } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { CollectionCard } from '@/lib/knowledge/collections/types'

export function CollectionCards({
  collections,
  heading: Heading = 'h2',
}: {
  collections: readonly CollectionCard[]
  heading?: 'h2' | 'h3'
}) {
  const t = useTranslations('collections')
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {collections.map(({ id, slug, title, lead, organisation, isExample, count }) => (
        <li key={id} className="max-w-measure py-6">
          <Heading className="text-xl">
            <TextLink
              href={{ pathname: '/collections/[slug]', params: { slug } }}
              prefetch={false}
              className="text-ink"
            >
              {title}
            </TextLink>
          </Heading>
          <p className="mt-2">{lead}</p>
          <p className="mt-2 text-sm text-muted">{`${t('count', { count })} · ${t('by', { organisation })}`}</p>
          {isExample ? (
            <p className="mt-2">
              <ExampleMark>{t('example')}</ExampleMark>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
