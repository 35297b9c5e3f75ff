import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'

export function AddObstacle({
  mayAdd,
  reader,
  locale,
}: {
  mayAdd: boolean
  reader: boolean
  locale: Locale
}) {
  const t = useTranslations('obstacles')
  return (
    <p className="mt-6">
      {mayAdd ? (
        <ButtonLink href="/workspace/obstacles/new" prefetch={false}>
          {t('add')}
        </ButtonLink>
      ) : null}
      {reader ? null : (
        <ButtonLink
          variant="secondary"
          href={{
            pathname: '/sign-in',
            query: { terug: getPathname({ href: '/workspace/obstacles/new', locale }) },
          }}
          prefetch={false}
          rel="nofollow"
        >
          {t('signInToAdd')}
        </ButtonLink>
      )}
    </p>
  )
}
