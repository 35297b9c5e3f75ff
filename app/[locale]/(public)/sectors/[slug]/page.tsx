import { definitionIn, labelIn } from '@/lib/base/text/label'
import type { Metadata } from 'next'
import { TopicPage } from '@/components/site/topic-pages/topic-page'
import type { Locale } from '@/i18n/routing'
import { loadTerm } from '@/lib/base/taxonomy/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const term = await loadTerm('sector', slug)
  return {
    title: labelIn(locale, term),
    description: definitionIn(locale, term),
  }
}

export default async function SectorPage({ params }: Props) {
  const { locale, slug } = await params
  return <TopicPage facet="sector" slug={slug} locale={locale} />
}
