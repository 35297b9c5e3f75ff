import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntranceIndex } from '@/components/knowledge/topic-pages/entrance-index'
import type { Locale } from '@/i18n/routing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entrances')
  return { title: t('plural.opgave'), description: t('lead.opgave') }
}

export default async function ChallengesPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  return <EntranceIndex facet="opgave" locale={locale} />
}
