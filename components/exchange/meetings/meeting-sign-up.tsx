import { useTranslations } from 'next-intl'
import { SignInButton } from '@/components/people/accounts/sign-in-button'
import { ActForm } from '@/components/base/forms/act-form'
import { Notice } from '@/components/base/ui/notice'
import { signUpAction, withdrawAction } from '@/lib/exchange/meetings/actions'

interface MeetingSignUpProps {
  meetingId: string
  slug: string
  signedIn: boolean
  comes: boolean
  full: boolean
}

export function MeetingSignUp({ meetingId, slug, signedIn, comes, full }: MeetingSignUpProps) {
  const t = useTranslations('meetings')
  if (!signedIn)
    return (
      <SignInButton variant="primary" back={{ pathname: '/meetings/[slug]', params: { slug } }}>
        {t('signIn')}
      </SignInButton>
    )
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
