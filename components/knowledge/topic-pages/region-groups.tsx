import { useTranslations } from 'next-intl'
import { GroupLinks } from '@/components/knowledge/topic-pages/group-links'
import { StyleMatrix } from '@/components/knowledge/topic-pages/style-matrix'
import { Together } from '@/components/knowledge/topic-pages/together'
import { Section } from '@/components/base/ui/layout'
import type { Topic } from '@/lib/knowledge/topic-pages/types'

export function RegionGroups({ topic, slug }: { topic: Topic; slug: string }) {
  const topicPages = useTranslations('topicPages')
  return (
    <>
      <Section
        id="voor-wie"
        title={topicPages('regionGroups')}
        lead={topicPages('regionGroupsLead')}
      >
        <Together topic={topic} facet="region" slug={slug} />
        {topic.unservedGroups.length > 0 ? (
          <div className="mt-8 border-l-4 border-clay pl-5">
            <h3>{topicPages('unserved', { count: topic.unservedGroups.length })}</h3>
            <div className="mt-2">
              <GroupLinks groups={topic.unservedGroups} />
            </div>
          </div>
        ) : null}
      </Section>
      <Section id="aanpak" title={topicPages('matrix')} lead={topicPages('matrixLead')}>
        <StyleMatrix matrix={topic.matrix} facet="region" slug={slug} />
      </Section>
    </>
  )
}
