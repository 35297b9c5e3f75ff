import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/base/ui/layout'
import { PasswordForm } from './password-form'

/** Changing the password, for an account that has one. */
export async function AccountPassword({ email }: { email: string }) {
  const t = await getTranslations('accounts.account.password')
  const labels = {
    current: t('current'),
    new: t('new'),
    newHint: t('newHint'),
    submit: t('submit'),
    busy: t('busy'),
    done: t('done'),
  }
  return (
    <Section id="password" title={t('title')} lead={t('lead')}>
      <PasswordForm email={email} labels={labels} />
    </Section>
  )
}
