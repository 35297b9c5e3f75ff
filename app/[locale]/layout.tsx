import type { Metadata } from 'next'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import '@/app/globals.css'
import { routing } from '@/i18n/routing'
import { messages } from '@/messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('siteName'), template: `%s – ${t('siteName')}` }, description: t('siteDescription') }
}

export default async function RootLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const chosenTheme = (await cookies()).get('theme')?.value
  const theme = chosenTheme === 'light' || chosenTheme === 'dark' ? chosenTheme : undefined
  const { ui, forms, errors } = messages[locale]

  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <NextIntlClientProvider messages={{ ui, forms, errors }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
