import { useTranslations } from 'next-intl'
import { SignInButton } from '@/components/people/accounts/sign-in-button'
import { ButtonLink } from '@/components/base/ui/button'

export function PlanButton({
  editor: { signedIn, mayPlan },
}: {
  editor: { signedIn: boolean; mayPlan: boolean }
}) {
  const t = useTranslations('meetings')
  if (mayPlan) return <ButtonLink href="/workspace/meetings/new">{t('plan')}</ButtonLink>
  if (signedIn) return null
  return <SignInButton back="/workspace/meetings/new">{t('signInToPlan')}</SignInButton>
}
