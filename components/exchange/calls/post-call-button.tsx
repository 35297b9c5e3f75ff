import { useTranslations } from 'next-intl'
import { SignInButton } from '@/components/people/accounts/sign-in-button'
import { ButtonLink } from '@/components/base/ui/button'

export function PostCallButton({
  editor: { signedIn, mayPost },
}: {
  editor: { signedIn: boolean; mayPost: boolean }
}) {
  const t = useTranslations('calls')
  if (mayPost) return <ButtonLink href="/workspace/calls/new">{t('post')}</ButtonLink>
  if (signedIn) return null
  return <SignInButton back="/workspace/calls/new">{t('signIn')}</SignInButton>
}
