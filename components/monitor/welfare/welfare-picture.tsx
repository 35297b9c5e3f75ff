import { useFormatter, useTranslations } from 'next-intl'
import { ShareKey, ShareStrip } from '@/components/base/charts/share-strip'
import { FigureCell, FigurePeriod, RegionName } from '@/components/figures/indicators/figure-text'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import type { Welfare } from '@/lib/monitor/welfare/loaders'
import type { WelfareLine } from '@/lib/monitor/welfare/types'

const values = (figures: readonly ContextFigure[]) => figures.map(({ value }) => value)

function useRange() {
  const format = useFormatter()
  return (figures: readonly ContextFigure[]) => ({
    count: figures.length,
    low: format.number(Math.min(...values(figures), Infinity)),
    high: format.number(Math.max(...values(figures), 0)),
    name: figures[0]?.region.name ?? '',
  })
}

function Line({ line }: { line: WelfareLine }) {
  const t = useTranslations('welfare')
  const sexes = useTranslations('indicators.sex')
  const format = useFormatter()
  const range = useRange()
  const { slug, here, country } = line
  const one = (figure: ContextFigure) => {
    const value = format.number(figure.value)
    const sex = figure.breakdown?.geslacht
    return sex === 'vrouw' || sex === 'man'
      ? t('sexValue', { group: sexes(sex), value })
      : t('percent', { value })
  }
  return (
    <li className="grid items-center gap-x-8 gap-y-1 border-b border-hairline py-3 md:grid-cols-[16rem_minmax(0,1fr)_16rem]">
      <p>
        <span className="font-semibold">{t(`line.${slug}`)}</span>
        <span className="block text-sm text-muted">{t(`whom.${slug}`)}</span>
      </p>
      <ShareStrip here={values(here)} country={values(country)} />
      <p>
        <span className={here.length === 0 ? 'text-muted' : 'font-semibold tabular'}>
          {t('range', range(here))}
        </span>
        {country.length === 0 ? null : (
          <span className="block text-sm text-muted tabular">
            {t('countryValue', { list: format.list(country.map(one)) })}
          </span>
        )}
      </p>
    </li>
  )
}

function SharesTable({
  lines,
  shown,
  notes,
}: Pick<Welfare, 'lines' | 'shown'> & { notes: ReadonlyMap<string, number> }) {
  const t = useTranslations('welfare')
  const sexes = useTranslations('indicators.sex')
  const name = ({ indicator, breakdown }: ContextFigure) => {
    const line = lines.find(({ slug }) => slug === indicator.slug)
    const sex = breakdown?.geslacht
    return `${line ? t(`line.${line.slug}`) : indicator.labelNl}${sex === 'vrouw' || sex === 'man' ? `, ${sexes(sex)}` : ''}`
  }
  return (
    <DataTable
      caption={t('pictureAlt')}
      captionHidden
      rows={shown}
      rowKey={({ sourceKey }) => sourceKey}
      columns={[
        { key: 'what', header: t('columns.what'), cell: name },
        {
          key: 'area',
          header: t('columns.area'),
          cell: ({ region }) => <RegionName region={region} />,
        },
        {
          key: 'value',
          header: t('columns.value'),
          numeric: true,
          cell: (figure) => <FigureCell figure={figure} notes={notes} withUnit />,
        },
        {
          key: 'period',
          header: t('columns.period'),
          cell: (figure) => <FigurePeriod figure={figure} />,
        },
      ]}
    />
  )
}

export function WelfarePicture({
  welfare,
  notes,
  picture: { about, page },
}: {
  welfare: Welfare
  notes: ReadonlyMap<string, number>
  picture: PictureOf
}) {
  const t = useTranslations('welfare')
  const range = useRange()
  const { lines, hours, shown } = welfare
  return (
    <>
      <Figure
        caption={t('pictureLead')}
        picture={{ id: 'grafiek-welvaart', title: `${t('picture')}: ${about}`, page }}
        table={{
          label: t('table'),
          content: <SharesTable lines={lines} shown={shown} notes={notes} />,
        }}
      >
        <ShareKey here={t('here')} country={t('country')} />
        <ul aria-label={t('pictureAlt')} data-picture="rows" className="border-t border-hairline">
          {lines.map((line) => (
            <Line key={line.slug} line={line} />
          ))}
        </ul>
      </Figure>
      <p className="mt-6 max-w-measure">
        {t('hours', range(hours))} <span className="text-muted">{t('hoursWork')}</span>
      </p>
    </>
  )
}
