import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { loadContactName } from '@/lib/exchange/contacts/loaders'

export async function ContactButton({ slug }: { slug: string }) {
  const [t, name] = await Promise.all([getTranslations('contacts'), loadContactName(slug)])
  if (name === null) return null
  return (
    <ButtonLink
      variant="secondary"
      href={{ pathname: '/initiatives/[slug]/contact', params: { slug } }}
      prefetch={false}
      rel="nofollow"
    >
      {t('button', { name })}
    </ButtonLink>
  )
}
