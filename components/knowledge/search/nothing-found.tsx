import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import { midSentence } from '@/lib/base/text/text'
import { emptySelection, isNarrowed, searchParameters } from '@/lib/knowledge/search/rules'
import { narrowest } from '@/lib/knowledge/search/facets.rules'
import type { Facet, FacetValue, Relaxation, SearchQuery } from '@/lib/knowledge/search/types'

interface NothingFoundProps {
  query: SearchQuery
  values: Record<Facet, FacetValue[]>
  relaxations: readonly Relaxation[]
  href: (parameters: URLSearchParams) => string
}

function useGapTitle(values: NothingFoundProps['values']): (query: SearchQuery) => string {
  const t = useTranslations('search')
  const locale = useLocale()
  return ({ q, selection }) => {
    const names = (facet: Facet) =>
      narrowest(values[facet], selection[facet]).map((value) => labelIn(locale, value))
    const what = [
      ...names('targetGroup'),
      ...names('instrument'),
      ...names('sector'),
      ...names('challenge'),
    ].map(midSentence)
    const where = names('region')
    const list = new Intl.ListFormat(locale, { type: 'conjunction' })
    const place = where.length === 0 ? '' : t('gapPlace', { where: list.format(where) })
    if (what.length > 0) return `${t('gapTitle', { what: list.format(what) })}${place}`
    return q === '' ? `${t('emptyTitle')}${place}` : `${t('gapText', { q })}${place}`
  }
}

function RelaxationLinks({ query, relaxations, href }: Omit<NothingFoundProps, 'values'>) {
  const t = useTranslations('search')
  const count = useTranslations('initiatives')
  const { q, selection } = query
  const relaxed = ({ facet }: Relaxation) =>
    facet === 'q'
      ? searchParameters({ ...query, q: '', page: 1 })
      : searchParameters({
          ...query,
          selection: { ...selection, [facet]: emptySelection()[facet] },
          page: 1,
        })
  return (
    <>
      <p className="mt-4 font-semibold text-ink">{t('relax')}</p>
      <ul className="mt-1">
        {relaxations.map((way) => (
          <li key={way.facet} className="py-1">
            <a href={href(relaxed(way))}>
              {way.facet === 'q'
                ? t('relaxWords', { q })
                : t('relaxFacet', { facet: t(`facet.${way.facet}`).toLowerCase() })}
            </a>
            {`: ${count('count', { count: way.total }).toLowerCase()}`}
          </li>
        ))}
      </ul>
    </>
  )
}

export function NothingFound({ query, values, relaxations, href }: NothingFoundProps) {
  const t = useTranslations('search')
  const gapTitle = useGapTitle(values)
  if (!isNarrowed(query)) return <EmptyState title={t('nothing')}>{t('nothingLead')}</EmptyState>
  const title = gapTitle(query)
  return (
    <EmptyState
      title={title}
      action={
        <span className="flex flex-wrap gap-3">
          <ButtonLink href="/initiatives" variant="secondary">
            {t('emptyAll')}
          </ButtonLink>
          <ButtonLink href="/check-idea" variant="quiet">
            {t('emptyIdea')}
          </ButtonLink>
        </span>
      }
    >
      <p>{t('emptyGap')}</p>
      {relaxations.length === 0 ? (
        <p className="mt-2">{t('emptyLead')}</p>
      ) : (
        <RelaxationLinks query={query} relaxations={relaxations} href={href} />
      )}
    </EmptyState>
  )
}
