import { useTranslations } from 'next-intl'
import { LearningAgenda } from '@/components/exchange/learning/learning-agenda'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { RegionView } from '@/lib/base/regions/types'

export function RegionLearning({ region, slug }: { region: RegionView; slug: string }) {
  const learning = useTranslations('learning')
  return (
    <Section
      id="leeragenda"
      title={learning('title', { region: region.name })}
      lead={learning('lead')}
    >
      <LearningAgenda region={{ id: region.id, slug, name: region.name }} />
      <p className="mt-6">
        <TextLink
          href={{ pathname: '/lessons', query: { regio: slug } }}
          prefetch={false}
          className="inline-flex min-h-11 items-center"
        >
          {learning('toLessons', { region: region.name })}
        </TextLink>
      </p>
    </Section>
  )
}
