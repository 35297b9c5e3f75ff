import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { TileMap } from '@/components/base/charts/tile-map'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { getPathname } from '@/i18n/navigation'
import type { FamilyMember } from '@/lib/exchange/adoptions/types'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'

const isLabourMarket = (code: string | null | undefined) => code?.startsWith('AM') === true

export async function AdoptionMap({
  members,
  picture: { about, page },
}: {
  members: readonly FamilyMember[]
  picture: PictureOf
}) {
  const [t, format, locale, { region: regions }] = await Promise.all([
    getTranslations('adoptions.map'),
    getFormatter(),
    getLocale(),
    loadFacetValues(),
  ])
  const wider = [
    ...new Set(
      members
        .filter(({ region }) => !isLabourMarket(region?.code))
        .map(({ organisation }) => organisation),
    ),
  ]
  const figures = regions.flatMap(({ slug, code, labelNl }) => {
    if (code === null || !isLabourMarket(code)) return []
    const value = members.filter(({ region }) => region?.code === code).length
    return [
      {
        code,
        name: labelNl,
        value,
        label: t('value', { count: value }),
        href: getPathname({ href: { pathname: '/regions/[slug]', params: { slug } }, locale }),
      },
    ]
  })
  const filled = figures.filter(({ value }) => value > 0)
  const note = wider.length > 0 ? t('wider', { list: format.list(wider) }) : undefined
  if (filled.length === 0) return <p className="max-w-measure text-sm text-muted">{note}</p>
  const table = (
    <DataTable
      caption={t('label')}
      captionHidden
      rows={filled}
      rowKey={({ code }) => code}
      columns={[
        { key: 'region', header: t('region'), cell: ({ href, name }) => <a href={href}>{name}</a> },
        { key: 'count', header: t('count'), numeric: true, cell: ({ value }) => value },
      ]}
    />
  )
  return (
    <Figure
      caption={t('caption')}
      source={note}
      table={{ label: t('table'), content: table }}
      picture={{ id: 'grafiek-overnames', title: `${t('title')}: ${about}`, page }}
    >
      <TileMap figures={figures} label={t('label')} />
    </Figure>
  )
}
