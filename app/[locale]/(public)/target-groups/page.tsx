import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TopicIndex } from '@/components/knowledge/topic-pages/topic-index'
import { GroupSizes } from '@/components/figures/indicators/group-sizes'
import type { Locale } from '@/i18n/routing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('topicPages')
  return { title: t('plural.targetGroup'), description: t('lead.targetGroup') }
}

export default async function TargetGroupsPage({
  params,
}: {
  params: Promise<{ locale: Locale }>
}) {
  const { locale } = await params
  return (
    <TopicIndex facet="targetGroup" locale={locale}>
      <GroupSizes locale={locale} />
    </TopicIndex>
  )
}
