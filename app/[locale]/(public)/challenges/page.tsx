import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TopicIndex } from '@/components/knowledge/topic-pages/topic-index'
import type { Locale } from '@/i18n/routing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topicPages')
  return { title: t('plural.challenge'), description: t('lead.challenge') }
}

export default async function ChallengesPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  return <TopicIndex facet="challenge" locale={locale} />
}
