import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChainMini, type ChainStep } from '@/components/base/charts/chain'
import { SevenLinesMini } from '@/components/base/charts/seven-lines-mini'
import type { CriterionLine } from '@/components/base/charts/seven-lines-layout'
import { RegionTile } from '@/components/base/charts/tile-map'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { Row } from '@/components/base/ui/layout'
import { StatusWord, Tag, TagList } from '@/components/base/ui/text'
import { Link } from '@/i18n/navigation'
import { namedRegions, narrowest } from '@/lib/knowledge/search/facets.rules'
import type { Facet, FacetValue, SearchHit } from '@/lib/knowledge/search/types'
import { Highlight } from './highlight'

interface ResultRowProps {
  hit: SearchHit
  values: Record<Facet, FacetValue[]>
  profile: readonly CriterionLine[] | undefined
  chain: readonly Pick<ChainStep, 'kind' | 'state'>[] | undefined
  fit?: ReactNode
  act?: ReactNode
  heading?: 'h2' | 'h3'
}

export const titleId = (slug: string): string => `titel-${slug}`

const SUMMARY_WORDS = 34

function opening(summary: string): string {
  const words = summary.split(/\s+/)
  return words.length <= SUMMARY_WORDS ? summary : `${words.slice(0, SUMMARY_WORDS).join(' ')} …`
}

function ResultPlace({ hit, values }: { hit: SearchHit; values: readonly FacetValue[] }) {
  const phases = useTranslations('initiatives.lifecycle')
  const locale = useLocale()
  const regions = namedRegions(values, hit.regions)
  return (
    <p className="mb-2 flex items-center gap-3 text-sm text-muted">
      <RegionTile codes={regions.flatMap(({ code }) => code ?? [])} />
      <span>{regions.map((region) => labelIn(locale, region)).join(', ')}</span>
      {hit.lifecycle === 'stopped' ? (
        <StatusWord tone="attention">{phases('stopped')}</StatusWord>
      ) : null}
    </p>
  )
}

function ResultFacts({ hit, profile, chain }: Pick<ResultRowProps, 'hit' | 'profile' | 'chain'>) {
  const t = useTranslations('search')
  const judged = profile?.some(({ n, selfScore }) => n > 0 || selfScore !== null) ?? false
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 text-sm md:block md:space-y-3">
      <div>
        <dt className="sr-only">{t('evidence')}</dt>
        <dd>
          <EvidenceWord evidence={hit} />
        </dd>
      </div>
      <div>
        <dt className="text-xs text-muted">{t('profile')}</dt>
        <dd className="mt-0.5">
          {judged && profile ? (
            <SevenLinesMini criteria={profile} />
          ) : (
            <span className="text-muted">{t('noProfile')}</span>
          )}
        </dd>
      </div>
      {chain ? (
        <div>
          <dt className="text-xs text-muted">{t('chain')}</dt>
          <dd className="mt-1">
            <ChainMini steps={chain} />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

export function ResultRow({
  hit,
  values,
  profile,
  chain,
  fit,
  act,
  heading: Heading = 'h2',
}: ResultRowProps) {
  const t = useTranslations('search')
  const locale = useLocale()
  const word = (value: FacetValue) => labelIn(locale, value)
  return (
    <Row>
      <article className="grid gap-x-10 gap-y-4 md:grid-cols-[minmax(0,1fr)_12rem]">
        <div className="min-w-0">
          <ResultPlace hit={hit} values={values.region} />
          <Heading id={titleId(hit.slug)} className="text-xl">
            <Link
              href={{ pathname: '/initiatives/[slug]', params: { slug: hit.slug } }}
              className="text-ink decoration-green hover:text-green"
              prefetch={false}
            >
              {hit.title}
            </Link>
          </Heading>
          <p className="mt-2 max-w-measure">
            {hit.snippet === null ? opening(hit.summary) : <Highlight snippet={hit.snippet} />}
          </p>
          {hit.stopReason === null ? null : (
            <p className="mt-2 max-w-measure border-l-4 border-clay pl-3">
              {t('stoppedWhy', { reason: opening(hit.stopReason) })}
            </p>
          )}
          <TagList className="mt-3">
            {narrowest(values.targetGroup, hit.targetGroups).map((value) => (
              <li key={value.slug}>
                <Tag>{word(value)}</Tag>
              </li>
            ))}
          </TagList>
          {fit}
          {act}
        </div>
        <ResultFacts hit={hit} profile={profile} chain={chain} />
      </article>
    </Row>
  )
}
