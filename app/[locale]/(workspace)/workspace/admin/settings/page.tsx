import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import {
  HomeSettings,
  IdentitySettings,
  LanguageSettings,
  LogoSettings,
  RetentionSettings,
  SecuritySettings,
  SenderSettings,
  StatementSettings,
} from '@/components/site/settings/settings-forms'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { SETTING_KEYS } from '@/lib/base/settings/rules'
import { loadSettings } from '@/lib/site/settings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  const path = getPathname({ href: '/workspace/admin/settings', locale: await getLocale() })
  const [t, workspace, administration, { mailDomain, mailFrom, ...props }] = await Promise.all([
    getTranslations('settings'),
    getTranslations('workspace'),
    getTranslations('administration'),
    loadSettings(path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: administration('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')}>
        <nav aria-label={t('contents')} className="mt-6">
          <ul className="flex flex-wrap gap-x-5">
            {SETTING_KEYS.map((key) => (
              <li key={key}>
                <a href={`#${key}`} className="inline-flex min-h-11 items-center">
                  {t(`${key}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </PageHeader>
      <IdentitySettings {...props} />
      <LogoSettings {...props} />
      <HomeSettings {...props} />
      <StatementSettings {...props} />
      <RetentionSettings {...props} />
      <SecuritySettings {...props} />
      <SenderSettings {...props} mailDomain={mailDomain} mailFrom={mailFrom} />
      <LanguageSettings {...props} />
    </Page>
  )
}
