import { labelIn } from '@/lib/base/text/label'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { noonOf } from '@/lib/base/text/calendar'
import { QUALIFIERS, roughScale } from '@/lib/figures/indicators/rules'
import type { ContextFigure, FigureRegion } from '@/lib/figures/indicators/types'

/** The report is quoted in Dutch in the English edition, and screen readers are told so. */
export function Dutch({ children }: { children: ReactNode }) {
  return useLocale() === 'nl' ? children : <span lang="nl">{children}</span>
}

const PERIOD = /^(\d{4})(JJ|KW|MM)(\d{2})$/

export function FigurePeriod({
  figure,
}: {
  figure: Pick<ContextFigure, 'periodCode' | 'periodLabel'>
}) {
  const t = useTranslations('indicators.period')
  const format = useFormatter()
  const [, year, kind, part] = PERIOD.exec(figure.periodCode ?? '') ?? []
  if (year !== undefined && kind === 'JJ') return year
  if (year !== undefined && kind === 'KW') return t('quarter', { quarter: Number(part), year })
  if (year !== undefined && kind === 'MM')
    return format.dateTime(noonOf(`${year}-${part}-01`), { month: 'long', year: 'numeric' })
  return figure.periodLabel === 'niet genoemd' ? t('unknown') : <Dutch>{figure.periodLabel}</Dutch>
}

/** With its type: Drenthe is three regions. */
export function RegionName({ region }: { region: FigureRegion }) {
  const t = useTranslations('indicators.regionType')
  return region.type === 'country' ? region.name : t(region.type, { name: region.name })
}

export function FigureNumber({
  figure,
  withUnit = false,
}: {
  figure: Pick<ContextFigure, 'value' | 'unit' | 'decimals' | 'qualifier'>
  withUnit?: boolean
}) {
  const t = useTranslations('indicators')
  const format = useFormatter()
  const { value, scale } = roughScale(figure.value, figure.qualifier)
  const decimals = scale === 'one' && figure.unit !== 'personen' ? figure.decimals : undefined
  const number = format.number(value, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals ?? 4,
  })
  const scaled = t(`scale.${scale}`, { value: number })
  const unit = t.has(`unit.${figure.unit}` as 'unit.personen')
    ? t(`unit.${figure.unit}` as 'unit.personen')
    : figure.unit
  const text =
    figure.unit === '%'
      ? t('percent', { value: scaled })
      : withUnit
        ? t('amount', { value: scaled, unit })
        : scaled
  const qualifier = QUALIFIERS.find((known) => known === figure.qualifier) ?? 'exact'
  return (
    <span className={withUnit ? 'tabular' : 'whitespace-nowrap tabular'}>
      {t(`qualifier.${qualifier}`, { value: text })}
    </span>
  )
}

export function NoteMarks({
  figure,
  notes,
}: {
  figure: Pick<ContextFigure, 'caveats'>
  notes: ReadonlyMap<string, number>
}) {
  const t = useTranslations('indicators')
  return figure.caveats.map((caveat) => {
    const number = notes.get(caveat.slug)
    return number === undefined ? null : (
      <sup key={caveat.slug} className="ml-0.5">
        <a href={`#noot-${caveat.slug}`} aria-label={t('note', { number })}>
          {number}
        </a>
      </sup>
    )
  })
}

export function FigureCell({
  figure,
  notes,
  withUnit,
}: {
  figure: ContextFigure | undefined
  notes: ReadonlyMap<string, number>
  withUnit?: boolean
}) {
  const t = useTranslations('indicators')
  if (figure === undefined) return <span className="text-muted">{t('noFigure')}</span>
  return (
    <>
      <FigureNumber figure={figure} withUnit={withUnit} />
      <NoteMarks figure={figure} notes={notes} />
    </>
  )
}

export function IndicatorText({ figure }: { figure: ContextFigure }) {
  const t = useTranslations('indicators')
  const locale = useLocale()
  const label = labelIn(locale, figure.indicator)
  const sex = figure.breakdown?.geslacht
  return sex === 'vrouw' || sex === 'man'
    ? t('breakdown', { label, group: t(`sex.${sex}`) })
    : label
}
