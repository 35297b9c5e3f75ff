import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { NamedSubject } from '@/lib/people/follows/types'

const ADDRESS = {
  initiative: '/initiatives/[slug]',
  target_group: '/target-groups/[slug]',
  region: '/regions/[slug]',
  call: '/calls/[slug]',
  obstacle: '/obstacles/[slug]',
  collection: '/collections/[slug]',
} as const

export function FollowList({ follows }: { follows: readonly NamedSubject[] }) {
  const t = useTranslations('follows')
  const locale = useLocale()
  if (follows.length === 0) return <p className="text-muted">{t('inbox.followsNone')}</p>
  return (
    <ul className="max-w-measure divide-y divide-hairline border-y border-hairline">
      {follows.map(({ type, id, slug, nameNl, nameEn }) => {
        const name = locale === 'en' ? nameEn : nameNl
        return (
          <li key={`${type} ${id}`} className="flex flex-wrap justify-between gap-x-6 py-2.5">
            {type === 'goal' ? (
              <span>{name}</span>
            ) : (
              <TextLink href={{ pathname: ADDRESS[type], params: { slug } }}>{name}</TextLink>
            )}
            <span className="text-sm text-muted">{t(`type.${type}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
