import type { Metadata, Viewport } from 'next'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import '@/app/globals.css'
import { AccountMenu } from '@/components/people/accounts/account-menu'
import { LanguageSwitch } from '@/components/base/ui/language-switch'
import { SiteFooter } from '@/components/base/ui/site-footer'
import { SiteHeader, SkipLink } from '@/components/base/ui/site-header'
import { ThemeSwitch } from '@/components/base/ui/theme-switch'
import { routing } from '@/i18n/routing'
import { loadReader } from '@/lib/people/accounts/loaders'
import { origin } from '@/lib/base/runtime/env'
import { messages } from '@/messages'

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
  const [store, reader] = await Promise.all([cookies(), loadReader()])
  const chosen = store.get('theme')?.value
  const theme = chosen === 'light' || chosen === 'dark' ? chosen : undefined
  const { ui, forms, errors, shell, comparison } = messages[locale]
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <NextIntlClientProvider
          messages={{ ui, forms, errors, shell, comparison: { selection: comparison.selection } }}
        >
          <SkipLink />
          <SiteHeader account={<AccountMenu actor={reader} />} language={<LanguageSwitch />} />
          <main id="main" tabIndex={-1} className="grow focus:outline-none">
            {children}
          </main>
          <SiteFooter
            theme={<ThemeSwitch initial={theme ?? 'system'} />}
            language={<LanguageSwitch />}
          />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
