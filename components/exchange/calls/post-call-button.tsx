import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'

/** The way to post a call; visitors are asked to sign in first. Nothing for who cannot post. */
export function PostCallButton({
  editor: { signedIn, mayPost },
}: {
  editor: { signedIn: boolean; mayPost: boolean }
}) {
  const t = useTranslations('calls')
  const locale = useLocale()
  if (mayPost) return <ButtonLink href="/workspace/calls/new">{t('post')}</ButtonLink>
  if (signedIn) return null
  return (
    <ButtonLink
      variant="secondary"
      href={{
        pathname: '/sign-in',
        query: { terug: getPathname({ href: '/workspace/calls/new', locale }) },
      }}
      prefetch={false}
      rel="nofollow"
    >
      {t('signIn')}
    </ButtonLink>
  )
}
