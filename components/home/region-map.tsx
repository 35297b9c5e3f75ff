import { useLocale, useTranslations } from 'next-intl'
import { TileMap } from '@/components/charts/tile-map'
import { DataTable } from '@/components/ui/data-table'
import { Figure } from '@/components/ui/figure'
import { TextLink } from '@/components/ui/text'
import type { FacetOption, FacetValue } from '@/lib/search/types'

/** How many initiatives each labour-market region has, as tiles and as a list. */
export function RegionMap({ regions, options }: { regions: readonly FacetValue[]; options: readonly FacetOption[] }) {
  const t = useTranslations('home')
  const count = useTranslations('initiatives')
  const locale = useLocale()
  const counts = new Map(options.map((option) => [option.slug, option.count]))
  const figures = regions.flatMap(({ slug, code, labelNl }) => {
    const value = counts.get(slug) ?? 0
    return code?.startsWith('AM') ? [{ code, slug, name: labelNl, value, label: count('count', { count: value }) }] : []
  })
  return (
    <Figure
      caption={t('mapLead')}
      table={{
        label: t('mapTable'),
        content: (
          <DataTable
            caption={t('mapLabel')} captionHidden rows={figures} rowKey={({ code }) => code}
            columns={[
              { key: 'region', header: t('mapRegion'), cell: ({ slug, name }) => <TextLink href={{ pathname: '/regions/[slug]', params: { slug } }} prefetch={false}>{name}</TextLink> },
              { key: 'count', header: t('mapCount'), numeric: true, cell: ({ value }) => value },
            ]}
          />
        ),
      }}
    >
      <TileMap figures={figures} label={t('mapLabel')} locale={locale} />
    </Figure>
  )
}
