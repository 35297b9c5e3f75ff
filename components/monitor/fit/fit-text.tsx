import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import { fitReasons } from '@/lib/monitor/fit/rules'
import type { FitReason, RegionTraits } from '@/lib/monitor/fit/types'
import { midSentence } from '@/lib/base/text/text'
import { narrowest } from '@/lib/knowledge/search/facets.rules'
import type { Facet, FacetValue, SearchHit } from '@/lib/knowledge/search/types'

const FACET_OF: Record<FitReason['kind'], Facet> = {
  group: 'targetGroup',
  sector: 'sector',
  challenge: 'challenge',
  province: 'region',
  peer: 'region',
}
const SHOWN = 4

const shortSource = (name: string) => name.split(/[,(]/)[0]?.trim() ?? name

interface FitTextProps {
  hit: SearchHit
  region: RegionTraits
  values: Record<Facet, FacetValue[]>
}

export function FitText({ hit, region, values }: FitTextProps) {
  const t = useTranslations('search.fit')
  const locale = useLocale()
  if (hit.regions.includes(region.slug))
    return <p className="mt-3 text-sm text-muted">{t('own', { region: region.name })}</p>
  const all = fitReasons(hit, region)
  // The narrower of two groups says more.
  const groups = new Set(
    narrowest(
      values.targetGroup,
      all.flatMap(({ kind, slug }) => (kind === 'group' ? [slug] : [])),
    ).map(({ slug }) => slug),
  )
  const reasons = all.filter(({ kind, slug }) => kind !== 'group' || groups.has(slug))
  if (reasons.length === 0)
    return <p className="mt-3 text-sm text-muted">{t('none', { region: region.name })}</p>
  const text = ({ kind, slug, counted }: FitReason) => {
    const value = values[FACET_OF[kind]].find((one) => one.slug === slug)
    const name = labelIn(locale, value) ?? slug
    if (kind === 'group')
      return counted === null
        ? name
        : t('group', {
            name: midSentence(name),
            people: counted.people,
            where: counted.regionName,
            source: shortSource(counted.sourceName),
            period: counted.periodLabel,
          })
    return t(kind, { name: kind === 'sector' || kind === 'challenge' ? midSentence(name) : name })
  }
  return (
    <div className="mt-3 max-w-measure border-l-2 border-green pl-3 text-sm">
      <p className="font-semibold">{t('title', { region: region.name })}</p>
      <ul>
        {reasons.slice(0, SHOWN).map((reason) => (
          <li key={`${reason.kind} ${reason.slug}`}>{text(reason)}</li>
        ))}
      </ul>
      <p>
        <TextLink
          prefetch={false}
          rel="nofollow"
          href={{
            pathname: '/initiatives/[slug]',
            params: { slug: hit.slug },
            query: { voor: region.slug },
            hash: 'past',
          }}
          aria-label={`${t('more')}: ${hit.title}`}
        >
          {t('more')}
        </TextLink>
      </p>
    </div>
  )
}
