import { useTranslations } from 'next-intl'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import type { CollectionCard } from '@/lib/knowledge/collections/types'

export function OwnCollectionList({
  collections,
}: {
  collections: (CollectionCard & { publishedAt: string | null })[]
}) {
  const shared = useTranslations('collections')
  const t = useTranslations('collections.work')
  return (
    <ul className="max-w-measure divide-y divide-hairline border-y border-hairline">
      {collections.map(({ id, title, count, publishedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
          <TextLink href={{ pathname: '/workspace/collections/[id]', params: { id } }}>
            {title}
          </TextLink>
          <span className="text-sm text-muted">
            {shared('count', { count })}{' '}
            <StatusWord tone={publishedAt === null ? 'neutral' : 'good'}>
              {t(publishedAt === null ? 'hidden' : 'public')}
            </StatusWord>
          </span>
        </li>
      ))}
    </ul>
  )
}
