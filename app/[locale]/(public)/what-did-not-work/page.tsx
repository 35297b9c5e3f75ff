import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FindingsPage } from '@/components/site/findings/findings-page'
import type { Locale } from '@/i18n/routing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('findings.didNotWork')
  return { title: t('title'), description: t('lead') }
}

export default async function Findings({ params }: { params: Promise<{ locale: Locale }> }) {
  return <FindingsPage side="didNotWork" locale={(await params).locale} />
}
