import { useTranslations } from 'next-intl'
import { TileMap } from '@/components/base/charts/tile-map'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { FacetOption, FacetValue } from '@/lib/knowledge/search/types'

interface RegionMapProps {
  regions: readonly FacetValue[]
  options: readonly FacetOption[]
  hrefFor: (slug: string) => string
  caption: string
  page: string
}

export function RegionMap({ regions, options, hrefFor, caption, page }: RegionMapProps) {
  const t = useTranslations('home')
  const count = useTranslations('initiatives')
  const counts = new Map(options.map((option) => [option.slug, option.count]))
  const figures = regions.flatMap(({ slug, code, labelNl }) => {
    const value = counts.get(slug) ?? 0
    return code?.startsWith('AM')
      ? [
          {
            code,
            href: hrefFor(slug),
            name: labelNl,
            value,
            label: count('count', { count: value }),
          },
        ]
      : []
  })
  return (
    <Figure
      caption={caption}
      picture={{ id: 'grafiek-kaart', title: t('mapLabel'), words: t('mapPicture'), page }}
      table={{
        label: t('mapTable'),
        content: (
          <DataTable
            caption={t('mapLabel')}
            captionHidden
            rows={figures}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'region',
                header: t('mapRegion'),
                cell: ({ href, name }) => <a href={href}>{name}</a>,
              },
              { key: 'count', header: t('mapCount'), numeric: true, cell: ({ value }) => value },
            ]}
          />
        ),
      }}
    >
      <TileMap figures={figures} label={t('mapLabel')} />
    </Figure>
  )
}
