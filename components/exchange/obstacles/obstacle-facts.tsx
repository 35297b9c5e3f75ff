import { useLocale, useTranslations, useFormatter } from 'next-intl'
import { Facts } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { GroupLinks } from '@/components/knowledge/topic-pages/group-links'
import { noonOf } from '@/lib/base/text/calendar'
import type { ObstacleView } from '@/lib/exchange/obstacles/types'

function Unknown() {
  const t = useTranslations('obstacles.facts')
  return <span className="text-clay">{t('unknown')}</span>
}

function RegionLinks({ regions }: { regions: ObstacleView['regions'] }) {
  return (
    <ul>
      {regions.map((region) => (
        <li key={region.slug}>
          <TextLink
            href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
            prefetch={false}
            className="inline-block min-h-6"
          >
            {region.name}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

function SourceText({ source: { title, ref } }: { source: NonNullable<ObstacleView['source']> }) {
  const t = useTranslations('obstacles.facts')
  return ref === null ? title : t('sourceRef', { title, ref })
}

export function ObstacleFacts({ obstacle }: { obstacle: ObstacleView }) {
  const t = useTranslations('obstacles')
  const format = useFormatter()
  const locale = useLocale()
  const {
    law,
    authority,
    authorityName,
    groups,
    regions,
    since,
    organisation,
    source,
    alsoEntered,
  } = obstacle
  const kind = t(`authority.${authority}`)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const items = [
    {
      label: t('facts.law'),
      value: law === '' ? <Unknown /> : <span lang="nl">{law}</span>,
    },
    {
      label: t('facts.authority'),
      value:
        authorityName === '' ? (
          kind
        ) : (
          <>
            {kind}: <span lang="nl">{authorityName}</span>
          </>
        ),
    },
    {
      label: t('facts.groups'),
      value: <GroupLinks groups={groups} stacked />,
    },
    {
      label: t('facts.regions'),
      value: regions.length === 0 ? <Unknown /> : <RegionLinks regions={regions} />,
    },
    { label: t('facts.since'), value: format.dateTime(noonOf(since), { dateStyle: 'long' }) },
    ...(organisation === null ? [] : [{ label: t('facts.by'), value: organisation }]),
    ...(source === null
      ? []
      : [{ label: t('facts.source'), value: <SourceText source={source} /> }]),
    ...(alsoEntered.length === 0
      ? []
      : [{ label: t('facts.also'), value: <span lang="nl">{list.format(alsoEntered)}</span> }]),
  ]
  return (
    <aside aria-label={t('facts.title')}>
      <Facts items={items} />
    </aside>
  )
}
