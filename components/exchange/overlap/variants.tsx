import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/base/ui/text'
import { loadVariants } from '@/lib/exchange/overlap/loaders'

export async function Variants({ initiativeId }: { initiativeId: string }) {
  const [t, variants] = await Promise.all([getTranslations('overlap'), loadVariants(initiativeId)])
  if (variants.length === 0) return null
  return (
    <div className="mb-8">
      <h3>{t('variants')}</h3>
      <p className="mt-1 text-sm text-muted">{t('variantsLead')}</p>
      <ul className="mt-3 divide-y divide-hairline border-y border-hairline">
        {variants.map(({ slug, title, organisation }) => (
          <li key={slug} className="py-2.5">
            <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug } }} prefetch={false}>
              {title}
            </TextLink>{' '}
            <span className="text-muted">{t('variantBy', { organisation })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
