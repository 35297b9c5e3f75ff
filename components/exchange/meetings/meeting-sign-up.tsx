import { useLocale, useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { ButtonLink } from '@/components/base/ui/button'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { signUpAction, withdrawAction } from '@/lib/exchange/meetings/actions'

interface MeetingSignUpProps {
  meetingId: string
  slug: string
  signedIn: boolean
  comes: boolean
  full: boolean
}

/** Signing up for a meeting that is to come, and withdrawing. */
export function MeetingSignUp({ meetingId, slug, signedIn, comes, full }: MeetingSignUpProps) {
  const t = useTranslations('meetings')
  const locale = useLocale()
  if (!signedIn) {
    const back = getPathname({ href: { pathname: '/meetings/[slug]', params: { slug } }, locale })
    return (
      <ButtonLink
        href={{ pathname: '/sign-in', query: { terug: back } }}
        prefetch={false}
        rel="nofollow"
      >
        {t('signIn')}
      </ButtonLink>
    )
  }
  if (comes) {
    return (
      <div className="space-y-4">
        <Notice tone="success" title={t('youCome')}>
          {t('youComeWhy')}
        </Notice>
        <ActForm
          action={withdrawAction}
          about={{ meetingId }}
          label={t('withdraw')}
          pending={t('busy')}
          variant="secondary"
        />
      </div>
    )
  }
  return full ? (
    <Notice>{t('seats', { left: 0 })}</Notice>
  ) : (
    <ActForm action={signUpAction} about={{ meetingId }} label={t('signUp')} pending={t('busy')} />
  )
}
