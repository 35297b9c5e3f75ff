import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountDevices } from '@/components/accounts/account-devices'
import { AccountFacts } from '@/components/accounts/account-facts'
import { PasswordForm } from '@/components/accounts/password-form'
import { MailWishes } from '@/components/messages/mail-wishes'
import { Page, PageHeader, Section } from '@/components/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { loadSessions, requireSessionPage } from '@/lib/accounts/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.account')
  return { title: t('title') }
}

export default async function AccountPage() {
  const session = await requireSessionPage(getPathname({ href: '/workspace/account', locale: await getLocale() }))
  const [sessions, t, words, toggle] = await Promise.all([
    loadSessions(session),
    getTranslations('accounts.account'),
    getTranslations('accounts.account.password'),
    getTranslations('accounts.password'),
  ])
  const labels = {
    current: words('current'),
    new: words('new'),
    newHint: words('newHint'),
    submit: words('submit'),
    busy: words('busy'),
    done: words('done'),
    show: toggle('show'),
    hide: toggle('hide'),
  }
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <div className="mt-8">
          <AccountFacts actor={session.actor} />
          <p className="mt-3 text-sm text-muted">{t('change')}</p>
        </div>
      </PageHeader>
      <Section id="devices" title={t('devices.title')} lead={t('devices.lead')}>
        <AccountDevices sessions={sessions} />
      </Section>
      <MailWishes userId={session.actor.userId} />
      <Section id="password" title={words('title')} lead={words('lead')}>
        <PasswordForm email={session.actor.email} labels={labels} />
      </Section>
    </Page>
  )
}
