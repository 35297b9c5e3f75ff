import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountDevices } from '@/components/people/accounts/account-devices'
import { ExpertiseForm } from '@/components/people/accounts/expertise-form'
import { AccountFacts } from '@/components/people/accounts/account-facts'
import { LeaveForm } from '@/components/people/accounts/leave-form'
import { PasswordForm } from '@/components/people/accounts/password-form'
import { termGroups } from '@/components/knowledge/editing/option-groups'
import { AddressSection } from '@/components/people/account-links/address-section'
import { MailWishes } from '@/components/people/messages/mail-wishes'
import { OwnDataSection } from '@/components/site/own-data/own-data-section'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadExpertise, loadSessions, requireSessionPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { loadTerms } from '@/lib/base/taxonomy/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.account')
  return { title: t('title') }
}

async function Expertise({ actor, locale }: { actor: Actor; locale: Locale }) {
  const stored = await loadExpertise(actor)
  if (!stored) return null
  const [t, groups, sectors] = await Promise.all([
    getTranslations('accounts.expertise'),
    loadTerms('target_group'),
    loadTerms('sector'),
  ])
  return (
    <Section id="expertise" title={t('title')} lead={t('lead')}>
      <ExpertiseForm
        stored={stored}
        groups={termGroups(groups, locale, t('other'))}
        sectors={termGroups(sectors, locale, t('other'))}
        labels={{
          groups: t('groups'),
          sectors: t('sectors'),
          hint: t('hint'),
          submit: t('submit'),
          busy: t('busy'),
        }}
      />
    </Section>
  )
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AccountPage({ searchParams }: Props) {
  const [locale, { gegevens }] = await Promise.all([getLocale(), searchParams])
  const session = await requireSessionPage(getPathname({ href: '/workspace/account', locale }))
  const [sessions, t, password] = await Promise.all([
    loadSessions(session),
    getTranslations('accounts.account'),
    getTranslations('accounts.account.password'),
  ])
  const labels = {
    current: password('current'),
    new: password('new'),
    newHint: password('newHint'),
    submit: password('submit'),
    busy: password('busy'),
    done: password('done'),
  }
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <div className="mt-8">
          <AccountFacts actor={session.actor} />
          <p className="mt-3 text-sm text-muted">{t('change')}</p>
        </div>
      </PageHeader>
      <Expertise actor={session.actor} locale={locale} />
      <Section id="devices" title={t('devices.title')} lead={t('devices.lead')}>
        <AccountDevices sessions={sessions} />
      </Section>
      <AddressSection userId={session.actor.userId} email={session.actor.email} />
      <MailWishes actor={session.actor} />
      <Section id="password" title={password('title')} lead={password('lead')}>
        <PasswordForm email={session.actor.email} labels={labels} />
      </Section>
      <OwnDataSection tooOften={gegevens === 'later'} />
      <Section id="verwijderen" title={t('leave.title')} lead={t('leave.lead')}>
        <ul className="mb-6 max-w-measure list-disc space-y-1 pl-5">
          {(['gone', 'stays', 'judged', 'never'] as const).map((key) => (
            <li key={key}>{t(`leave.${key}`)}</li>
          ))}
        </ul>
        <LeaveForm
          email={session.actor.email}
          labels={{
            open: t('leave.open'),
            password: t('leave.password'),
            sure: t('leave.sure'),
            submit: t('leave.submit'),
            busy: t('leave.busy'),
          }}
        />
      </Section>
    </Page>
  )
}
