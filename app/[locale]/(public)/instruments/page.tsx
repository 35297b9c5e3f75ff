import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TopicIndex } from '@/components/knowledge/topic-pages/topic-index'
import type { Locale } from '@/i18n/routing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topicPages')
  return { title: t('plural.instrument'), description: t('lead.instrument') }
}

export default async function InstrumentsPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  return <TopicIndex facet="instrument" locale={locale} />
}
