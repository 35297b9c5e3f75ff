import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FigureNumber, FigurePeriod } from '@/components/figures/indicators/figure-text'
import { StatusWord } from '@/components/base/ui/text'
import { labelIn } from '@/lib/base/text/label'
import { midSentence } from '@/lib/base/text/text'
import type { GroupCount } from '@/lib/monitor/gaps/types'
import type { Suitability } from '@/lib/site/suitability/loaders'
import type { Line, LineState } from '@/lib/site/suitability/types'

type Labels = Suitability['labels']
interface LineProps {
  line: Line
  region: string
  labels: Labels
}

const TONES = { same: 'info', differs: 'neutral', unknown: 'attention' } as const

export function StateWord({ state }: { state: LineState }) {
  const t = useTranslations('suitability.state')
  return <StatusWord tone={TONES[state]}>{t(state)}</StatusWord>
}

export const lineKey = (line: Line): string =>
  line.kind === 'group' ? `group ${line.group}` : line.kind

function useName(labels: Labels) {
  const locale = useLocale()
  return (slug: string) => midSentence(labelIn(locale, labels.get(slug)) ?? slug)
}

/** What a line is about: a group by its own name. */
export function LineTitle({ line, labels }: Omit<LineProps, 'region'>) {
  const t = useTranslations('suitability.point')
  const locale = useLocale()
  if (line.kind !== 'group') return t(line.kind)
  return labelIn(locale, labels.get(line.group)) ?? line.group
}

const shortSource = ({ source }: GroupCount) => source.name.split(/[,(]/)[0]?.trim() ?? source.name

function Counts({
  line,
  what,
  region,
}: {
  line: Extract<Line, { kind: 'group' | 'size' }>
  what: string
  region: string
}) {
  const t = useTranslations('suitability.count')
  const { own, other, state } = line
  const figure = own ?? other
  if (figure === null) return t('none', { what })
  const key = state === 'unknown' ? (own === null ? 'other' : 'own') : state
  const number = (count: GroupCount | null) => (count ? <FigureNumber figure={count} /> : null)
  return t.rich(key, {
    what,
    ownPlace: region,
    otherPlace: other?.region.name ?? '',
    own: () => number(own),
    other: () => number(other),
    source: shortSource(figure),
    period: () => <FigurePeriod figure={figure} />,
  })
}

function GroupText({
  line,
  region,
  labels,
}: LineProps & { line: Extract<Line, { kind: 'group' }> }) {
  const t = useTranslations('suitability.count')
  const name = useName(labels)
  const { around } = line
  return (
    <>
      <Counts line={line} what={name(line.group)} region={region} />
      {around === null ? null : (
        <>
          {' '}
          {t('around', {
            where: around.regionName,
            people: around.people,
            source: around.sourceName.split(/[,(]/)[0]?.trim() ?? around.sourceName,
            period: around.periodLabel,
          })}
        </>
      )}
    </>
  )
}

function TermsText({
  line,
  region,
  labels,
}: LineProps & { line: Extract<Line, { kind: 'sectors' | 'challenges' }> }) {
  const t = useTranslations('suitability')
  const format = useFormatter()
  const name = useName(labels)
  if (line.state === 'unknown')
    return line.missing.length === 0
      ? t(`${line.kind}.unsaid`)
      : t(`${line.kind}.unknown`, { region })
  const list = (slugs: readonly string[]) => format.list(slugs.map(name))
  return [
    line.shared.length > 0 ? t(`${line.kind}.shared`, { region, list: list(line.shared) }) : null,
    line.missing.length > 0
      ? t(`${line.kind}.missing`, { region, list: list(line.missing) })
      : null,
  ]
    .filter((text) => text !== null)
    .join(' ')
}

/** One line in words, with its figures, their source and year. */
export function LineText({ line, region, labels }: LineProps): ReactNode {
  const t = useTranslations('suitability')
  const format = useFormatter()
  if (line.kind === 'place')
    return t(`place.${line.state}`, { region, places: format.list(line.places) })
  if (line.kind === 'size') return <Counts line={line} what={t('registered')} region={region} />
  if (line.kind === 'group') return <GroupText line={line} region={region} labels={labels} />
  return <TermsText line={line} region={region} labels={labels} />
}
