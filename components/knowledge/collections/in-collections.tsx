import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/base/ui/text'
import { loadCollectionsWith } from '@/lib/knowledge/collections/loaders'

export async function InCollections({ initiativeId }: { initiativeId: string }) {
  const [t, collections] = await Promise.all([
    getTranslations('collections'),
    loadCollectionsWith(initiativeId),
  ])
  if (collections.length === 0) return null
  return (
    <div className="mt-8">
      <h3>{t('in')}</h3>
      <ul className="mt-2">
        {collections.map(({ slug, title }) => (
          <li key={slug} className="py-1">
            <TextLink href={{ pathname: '/collections/[slug]', params: { slug } }} prefetch={false}>
              {title}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
