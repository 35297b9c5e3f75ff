import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountDevices } from '@/components/people/accounts/account-devices'
import { ExpertiseForm } from '@/components/people/accounts/expertise-form'
import { AccountFacts } from '@/components/people/accounts/account-facts'
import { AccountLeave } from '@/components/people/accounts/account-leave'
import { AccountPassword } from '@/components/people/accounts/account-password'
import { termGroups } from '@/components/knowledge/editing/option-groups'
import { AddressSection } from '@/components/people/account-links/address-section'
import { SecondFactorSection } from '@/components/people/second-factor/account-section'
import { AccountProvider } from '@/components/people/identities/account-provider'
import { MailWishes } from '@/components/people/messages/mail-wishes'
import { OwnDataSection } from '@/components/site/own-data/own-data-section'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import {
  loadExpertise,
  loadHasPassword,
  loadSessions,
  requireSessionPage,
} from '@/lib/people/accounts/loaders'
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
  const words = { other: t('other'), retired: t('retired') }
  return (
    <Section id="expertise" title={t('title')} lead={t('lead')}>
      <ExpertiseForm
        stored={stored}
        groups={termGroups(groups, locale, words, stored.groups)}
        sectors={termGroups(sectors, locale, words, stored.sectors)}
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
  const { error, gegevens, gekoppeld } = await searchParams
  const locale = await getLocale()
  const session = await requireSessionPage(getPathname({ href: '/workspace/account', locale }))
  const { userId, email } = session.actor
  const [sessions, t, hasPassword] = await Promise.all([
    loadSessions(session),
    getTranslations('accounts.account'),
    loadHasPassword(userId),
  ])
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
      <AddressSection userId={userId} email={email} />
      <MailWishes actor={session.actor} />
      {hasPassword ? <AccountPassword email={email} /> : null}
      <SecondFactorSection actor={session.actor} />
      <AccountProvider
        actor={session.actor}
        error={typeof error === 'string' ? error : ''}
        isLinked={gekoppeld === 'ja'}
      />
      <OwnDataSection tooOften={gegevens === 'later'} />
      <AccountLeave email={hasPassword ? email : null} />
    </Page>
  )
}
