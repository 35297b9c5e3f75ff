import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/base/ui/layout'
import { LeaveForm } from './leave-form'

/** Leaving for good: what goes, what stays. `email` is null for an account without a password. */
export async function AccountLeave({ email }: { email: string | null }) {
  const t = await getTranslations('accounts.account.leave')
  return (
    <Section id="verwijderen" title={t('title')} lead={t('lead')}>
      <ul className="mb-6 max-w-measure list-disc space-y-1 pl-5">
        {(['gone', 'stays', 'judged', 'never'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <LeaveForm
        email={email}
        labels={{
          open: t('open'),
          password: t('password'),
          sure: t('sure'),
          submit: t('submit'),
          busy: t('busy'),
        }}
      />
    </Section>
  )
}
