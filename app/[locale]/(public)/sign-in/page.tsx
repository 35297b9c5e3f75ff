import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/people/accounts/sign-in-form'
import { ProviderButton } from '@/components/people/identities/provider-button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { loadDemoAccounts, loadSignIn } from '@/lib/people/accounts/loaders'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo, notice, failure } = await loadSignIn(await searchParams)
  const [t, demo, demoAccounts] = await Promise.all([
    getTranslations('accounts.signIn'),
    getTranslations('accounts.demo'),
    loadDemoAccounts(),
  ])
  const labels = {
    email: t('email'),
    password: t('password'),
    submit: t('submit'),
    busy: t('busy'),
    demo: {
      title: demo('title'),
      lead: demo('lead'),
      use: demo('use'),
      busy: t('busy'),
      useAs: Object.fromEntries(
        demoAccounts.map(({ email, name }) => [email, demo('useAs', { name })]),
      ),
    },
  }
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      {notice ? (
        <Notice
          tone={notice === 'verlopen' || notice === 'needed' ? 'info' : 'success'}
          className="mb-8 max-w-measure"
        >
          {notice === 'needed' ? t('needed') : t(`notices.${notice}`)}
        </Notice>
      ) : null}
      <SignInForm returnTo={returnTo} initial={failure} demoAccounts={demoAccounts} labels={labels}>
        <ProviderButton returnTo={returnTo} />
        <aside className="mt-10 border-t border-hairline pt-6">
          <p>
            <TextLink href="/forgot-password">{t('forgot')}</TextLink>
          </p>
          <h2 className="mt-8 text-xl">{t('helpTitle')}</h2>
          <p className="mt-2 text-muted">{t('help')}</p>
          <p className="mt-2">
            <TextLink href="/ask-access">{t('ask')}</TextLink>
          </p>
        </aside>
      </SignInForm>
    </Page>
  )
}
