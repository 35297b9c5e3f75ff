import type { Metadata, Viewport } from 'next'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import '@/app/globals.css'
import { AccountMenu } from '@/components/people/accounts/account-menu'
import { LanguageSwitch } from '@/components/base/ui/language-switch'
import { SiteFooter } from '@/components/base/ui/site-footer'
import { SiteHeader, SkipLink } from '@/components/base/ui/site-header'
import { ThemeSwitch } from '@/components/base/ui/theme-switch'
import { redirect } from '@/i18n/navigation'
import { routing } from '@/i18n/routing'
import { loadReader } from '@/lib/people/accounts/loaders'
import { origin } from '@/lib/base/runtime/env'
import { getSettings } from '@/lib/base/settings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    metadataBase: new URL(origin),
    title: { default: t('siteName'), template: `%s – ${t('siteName')}` },
    description: t('siteDescription'),
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#121815' },
  ],
}

export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [store, reader, settings] = await Promise.all([cookies(), loadReader(), getSettings()])
  if (locale === 'en' && !settings.languages.english) redirect({ href: '/', locale: 'nl' })
  const chosen = store.get('theme')?.value
  const theme = chosen === 'light' || chosen === 'dark' ? chosen : undefined
  const { ui, forms, errors, shell, comparison } = await getMessages()
  const language = settings.languages.english ? <LanguageSwitch /> : null
  const { accent } = settings.identity
  const { hash, alt, width, height } = settings.logo
  const site = {
    name: shell.siteName,
    logo: hash === '' ? null : { src: `/api/logo/${hash}`, alt, width, height },
  }
  return (
    <html lang={locale} data-theme={theme} data-person={reader?.userId}>
      {accent === '' ? null : (
        <head>
          <link rel="stylesheet" href={`/api/accent/${accent.slice(1)}`} />
        </head>
      )}
      <body>
        <NextIntlClientProvider
          messages={{ ui, forms, errors, shell, comparison: { selection: comparison.selection } }}
        >
          <SkipLink />
          <SiteHeader site={site} account={<AccountMenu actor={reader} />} language={language} />
          <main id="main" tabIndex={-1} className="grow focus:outline-none">
            {children}
          </main>
          <SiteFooter
            site={site}
            theme={<ThemeSwitch initial={theme ?? 'system'} />}
            language={language}
          />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
