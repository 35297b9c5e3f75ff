import { definitionIn, labelIn } from '@/lib/base/text/label'
import type { Metadata } from 'next'
import { TopicPage } from '@/components/site/topic-pages/topic-page'
import { LessonsFor } from '@/components/knowledge/lessons/lessons-for'
import type { Locale } from '@/i18n/routing'
import { loadTerm } from '@/lib/base/taxonomy/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const term = await loadTerm('instrument', slug)
  return {
    title: labelIn(locale, term),
    description: definitionIn(locale, term),
  }
}

export default async function InstrumentPage({ params }: Props) {
  const { locale, slug } = await params
  return (
    <TopicPage facet="instrument" slug={slug} locale={locale}>
      <LessonsFor instrument={slug} />
    </TopicPage>
  )
}
