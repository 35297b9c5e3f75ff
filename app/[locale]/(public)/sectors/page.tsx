import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TopicIndex } from '@/components/knowledge/topic-pages/topic-index'
import type { Locale } from '@/i18n/routing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topicPages')
  return { title: t('plural.sector'), description: t('lead.sector') }
}

export default async function SectorsPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  return <TopicIndex facet="sector" locale={locale} />
}
