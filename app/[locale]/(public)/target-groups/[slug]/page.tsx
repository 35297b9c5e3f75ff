import { definitionIn, labelIn } from '@/lib/base/text/label'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FollowButton } from '@/components/people/follows/follow-button'
import { TopicPage } from '@/components/site/topic-pages/topic-page'
import { LessonsFor } from '@/components/knowledge/lessons/lessons-for'
import { ObstaclesFor } from '@/components/exchange/obstacles/obstacles-for'
import { ContextFigures } from '@/components/figures/indicators/context-figures'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import { loadTerm } from '@/lib/base/taxonomy/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const term = await loadTerm('target_group', slug)
  return {
    title: labelIn(locale, term),
    description: definitionIn(locale, term),
  }
}

export default async function TargetGroupPage({ params }: Props) {
  const { locale, slug } = await params
  const t = await getTranslations('taxonomy')
  return (
    <TopicPage
      facet="targetGroup"
      slug={slug}
      locale={locale}
      actions={
        <FollowButton
          type="target_group"
          slug={slug}
          back={{ pathname: '/target-groups/[slug]', params: { slug } }}
        />
      }
    >
      <LessonsFor group={slug} />
      <ObstaclesFor group={slug} />
      <Section id="cijfers" title={t('figures')} lead={t('figuresLead')}>
        <ContextFigures targetGroupSlug={slug} locale={locale} />
      </Section>
    </TopicPage>
  )
}
