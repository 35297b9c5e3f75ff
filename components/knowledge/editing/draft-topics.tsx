import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Section } from '@/components/base/ui/layout'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { completeness, TOPICS, type Topic } from '@/lib/knowledge/revisions/parts.rules'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'

type Href = ComponentProps<typeof TextLink>['href']

function Card({
  title,
  why,
  act,
  filled,
  href,
}: {
  title: string
  why: string
  act: string
  /** Null where what is filled in stands elsewhere. */
  filled: boolean | null
  href: Href
}) {
  const t = useTranslations('editing.topics')
  return (
    <li className="flex flex-col rounded-md border border-hairline bg-raised p-5">
      <h3 className="text-lg">{title}</h3>
      <p className="mt-1 grow text-muted">{why}</p>
      <p className="mt-3 flex flex-wrap items-center justify-between gap-x-4">
        <TextLink
          className="inline-flex min-h-11 items-center"
          href={href}
          aria-label={`${act}: ${title}`}
        >
          {act}
        </TextLink>
        {filled === null ? null : (
          <StatusWord tone={filled ? 'good' : 'neutral'}>
            {t(filled ? 'filled' : 'empty')}
          </StatusWord>
        )}
      </p>
    </li>
  )
}

/** What can be added later, a card for each topic. */
export function DraftTopics({ draft }: { draft: RevisionDraft }) {
  const t = useTranslations('editing.topics')
  const filled = new Set(completeness(draft.content).topics)
  const hasMedia = draft.content.images.length + draft.content.attachments.length > 0
  const ofInitiative = { id: draft.initiativeId }
  return (
    <Section id="verdieping" title={t('title')} lead={t('lead')} className="mt-14">
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {(Object.keys(TOPICS) as Topic[]).map((topic) => (
          <Card
            key={topic}
            title={t(topic)}
            why={t(`${topic}Why`)}
            act={t(filled.has(topic) ? 'change' : 'open')}
            filled={filled.has(topic)}
            href={{
              pathname: '/workspace/initiatives/[id]/deepen/[topic]',
              params: { id: draft.id, topic },
            }}
          />
        ))}
        <Card
          title={t('beeld')}
          why={t('beeldWhy')}
          act={t(hasMedia ? 'change' : 'open')}
          filled={hasMedia}
          href={{ pathname: '/workspace/initiatives/[id]/media', params: { id: draft.id } }}
        />
        <Card
          title={t('beleid')}
          why={t('beleidWhy')}
          act={t('open')}
          filled={null}
          href={{ pathname: '/workspace/initiatives/[id]/policy', params: ofInitiative }}
        />
        <Card
          title={t('meting')}
          why={t('metingWhy')}
          act={t('open')}
          filled={null}
          href={{ pathname: '/workspace/initiatives/[id]/measurements', params: ofInitiative }}
        />
      </ul>
    </Section>
  )
}
