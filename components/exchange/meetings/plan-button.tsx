import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'

/** The way to plan a meeting; visitors are asked to sign in first. Nothing for who cannot plan. */
export function PlanButton({
  editor: { signedIn, mayPlan },
}: {
  editor: { signedIn: boolean; mayPlan: boolean }
}) {
  const t = useTranslations('meetings')
  const locale = useLocale()
  if (mayPlan) return <ButtonLink href="/workspace/meetings/new">{t('plan')}</ButtonLink>
  if (signedIn) return null
  return (
    <ButtonLink
      variant="secondary"
      href={{
        pathname: '/sign-in',
        query: { terug: getPathname({ href: '/workspace/meetings/new', locale }) },
      }}
      prefetch={false}
      rel="nofollow"
    >
      {t('signInToPlan')}
    </ButtonLink>
  )
}
