import { labelIn } from '@/lib/base/text/label'
import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import { getFormatter, getTranslations } from 'next-intl/server'
import { qualifierOf } from '@/lib/base/amounts/rules'
import type { Locale } from '@/i18n/routing'
import { agreementOf } from '@/lib/exchange/comparison/rules'
import type { Agreement, Compared } from '@/lib/exchange/comparison/types'
import { evidenceText, sizeText } from '@/components/knowledge/evidence/evidence-text'
import type { ResultView, TermTag } from '@/lib/knowledge/initiatives/types'
import { isSmallCount, MIN_PEOPLE_TO_SHOW } from '@/lib/knowledge/evidence/disclosure.rules'
import { measurementShape } from '@/lib/judgement/measurements/rules'
import { noonOf } from '@/lib/base/text/calendar'
import type { FundingView } from '@/lib/monitor/policies/types'
import { letterOf } from './letters'

export interface Line {
  key: string
  text: string
  /** Written by people: Dutch, whatever the language of the page. */
  written: boolean
}

export interface ComparisonRow {
  key: string
  label: string
  cells: Line[][]
  agreement: Agreement
  isText: boolean
  difference: string
}

export interface ComparisonGroup {
  key: string
  title: string
  rows: ComparisonRow[]
}

const QUALIFIERS = ['ruim', 'circa', 'bijna', 'minimaal', 'maximaal'] as const
const SHOWN_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

const written = (texts: readonly string[] | undefined): Line[] =>
  (texts ?? []).map((text) => ({ key: text, text, written: true }))
const said = (text: string, key = text): Line => ({ key, text, written: false })

async function loadTranslators(locale: Locale) {
  const [t, initiatives, policies, evidence, format] = await Promise.all([
    getTranslations({ locale, namespace: 'comparison' }),
    getTranslations({ locale, namespace: 'initiatives' }),
    getTranslations({ locale, namespace: 'policies' }),
    getTranslations({ locale, namespace: 'evidence' }),
    getFormatter({ locale }),
  ])
  const term = ({ slug, labelNl, labelEn }: Pick<TermTag, 'slug' | 'labelNl' | 'labelEn'>): Line =>
    said(labelIn(locale, { labelNl, labelEn }), slug)
  const number = (value: number) => format.number(value, { maximumFractionDigits: 4 })
  const euro = (amount: number) =>
    format.number(amount, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  const amount = (value: number, unit: string, qualifier: string | null) => {
    const text =
      unit === '%'
        ? initiatives('percent', { value: number(value) })
        : initiatives('resultText', { value: number(value), unit }).trim()
    const known = QUALIFIERS.find((one) => one === qualifier)
    return known === undefined ? text : initiatives(`qualifier.${known}`, { value: text })
  }
  return { t, initiatives, policies, evidence, format, term, number, euro, amount }
}

type Translators = Awaited<ReturnType<typeof loadTranslators>>

/** In people where possible, and never where someone could be recognised. */
function measuredLine(
  { t, number, amount }: Translators,
  { label, unit, measurements }: InitiativeIndicatorView,
): Line[] {
  const latest = measurements.at(-1)
  if (!latest) return []
  const shape = measurementShape(latest, unit)
  const line = (text: string): Line[] => [{ key: text, text, written: true }]
  switch (shape.kind) {
    case 'hidden':
      return line(t('tooSmall', { label, count: MIN_PEOPLE_TO_SHOW }))
    case 'fewer':
    case 'allBut':
    case 'fewCount':
      return line(t('withheld', { label }))
    case 'people':
      return line(t('people', { label, numerator: number(shape.numerator), n: number(shape.n) }))
    case 'count':
      return line(t('figure', { label, value: number(shape.numerator) }))
    case 'value': {
      const value = amount(shape.value, unit, latest.qualifier)
      return line(
        shape.n === null
          ? t('figure', { label, value })
          : t('aboutPeople', { label, value, n: number(shape.n) }),
      )
    }
  }
}

function resultLine(
  { t, amount }: Translators,
  { label, value, unit, qualifier, measured }: ResultView,
): Line {
  if (isSmallCount(value, unit))
    return { key: label, text: t('withheld', { label }), written: true }
  const text =
    value === null
      ? measured
        ? label
        : t('labelNotMeasured', { label })
      : t(measured ? 'figure' : 'figureNotMeasured', {
          label,
          value: amount(value, unit ?? '', qualifier),
        })
  return { key: text, text, written: true }
}

function outcomes(translators: Translators, { initiative, monitor }: Compared): Line[] {
  const measured = (monitor?.indicators ?? [])
    .filter(({ resultType }) => resultType.slug === 'outcome' || resultType.slug === 'impact')
    .flatMap((indicator) => measuredLine(translators, indicator))
  return measured.length > 0
    ? measured
    : initiative.results
        .filter(({ kind }) => kind === 'outcome')
        .map((result) => resultLine(translators, result))
}

function reach(translators: Translators, { initiative, monitor }: Compared): Line[] {
  const { t, number } = translators
  const steps = (['started', 'finished'] as const).flatMap((step) => {
    const count = monitor?.reach[step] ?? null
    if (count === null) return []
    return [
      count < MIN_PEOPLE_TO_SHOW
        ? said(t(`${step}Fewer`, { count: MIN_PEOPLE_TO_SHOW }))
        : said(t(step, { count: number(count) })),
    ]
  })
  return [
    ...steps,
    ...initiative.results
      .filter(({ kind }) => kind === 'reach')
      .map((result) => resultLine(translators, result)),
  ]
}

function fundingLine(
  { t, policies, euro, format }: Translators,
  { provider, amountEuro, amountQualifier, endsOn }: FundingView,
): Line {
  const amount =
    amountEuro === null
      ? policies('funding.amountUnknown').toLowerCase()
      : policies(`funding.amount.${qualifierOf(amountQualifier)}`, { amount: euro(amountEuro) })
  const text =
    endsOn === null
      ? t('fundingLine', { provider, amount })
      : t('fundingUntil', { provider, amount, date: format.dateTime(noonOf(endsOn), SHOWN_DAY) })
  return { key: text, text, written: true }
}

function failed({ t }: Translators, { initiative }: Compared): Line[] {
  const { items, lifecycle, stopReason } = initiative
  const stopped =
    lifecycle !== 'stopped'
      ? []
      : [
          stopReason === null
            ? said(t('stoppedUnknown'))
            : { ...said(t('stopped', { reason: stopReason })), written: true },
        ]
  return [...stopped, ...written(items.obstacle)]
}

type Read = (one: Compared) => Line[]
const GROUPS = {
  who: ['groups', 'regions', 'sectors', 'challenges', 'phase'],
  how: ['instruments', 'style', 'drivers'],
  proof: ['evidence', 'outcomes', 'reach'],
  money: ['costParticipant', 'costPlacement', 'funding', 'alignment'],
  learned: ['conditions', 'failed', 'lessons'],
} as const
type RowKey = (typeof GROUPS)[keyof typeof GROUPS][number]
const TEXT_ROWS: readonly RowKey[] = [
  'outcomes',
  'reach',
  'funding',
  'conditions',
  'failed',
  'lessons',
]

function readers(translators: Translators): Record<RowKey, Read> {
  const { t, initiatives, evidence, format, term, euro } = translators
  const terms = (list: readonly TermTag[] | undefined) => (list ?? []).map(term)
  const cost = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? [] : [said(euro(amount))]
  return {
    groups: ({ initiative }) => terms(initiative.terms.target_group),
    regions: ({ initiative }) => initiative.regions.map(({ slug, name }) => said(name, slug)),
    sectors: ({ initiative }) => terms(initiative.terms.sector),
    challenges: ({ initiative }) => terms(initiative.terms.societal_challenge),
    phase: ({ initiative: { lifecycle } }) =>
      lifecycle === 'unknown' ? [] : [said(initiatives(`lifecycle.${lifecycle}`))],
    instruments: ({ initiative }) => terms(initiative.terms.instrument),
    style: ({ initiative }) => terms(initiative.terms.approach_style),
    drivers: ({ initiative }) => terms(initiative.terms.driver),
    evidence: (one) => {
      if (!one.evidence) return []
      const level = evidenceText({ t: evidence }, one.evidence)
      const words = one.evidence.stale ? t('evidenceStale', { level }) : level
      const size = sizeText({ t: evidence, format }, one.evidence.size)
      return [said(size === null ? words : `${words}. ${size}`, level)]
    },
    outcomes: (one) => outcomes(translators, one),
    reach: (one) => reach(translators, one),
    costParticipant: ({ monitor }) => cost(monitor?.costPerParticipantEuro),
    costPlacement: ({ monitor }) => cost(monitor?.costPerPlacementEuro),
    funding: ({ monitor }) =>
      (monitor?.fundings ?? []).map((funding) => fundingLine(translators, funding)),
    alignment: ({ monitor }) => [
      ...new Map(
        (monitor?.fundings ?? []).map(({ alignment }) => [alignment.slug, term(alignment)]),
      ).values(),
    ],
    conditions: ({ initiative: { items } }) => [
      ...written(items.success_factor),
      ...written(items.scalability_limit).map((line) => ({
        ...line,
        text: t('limit', { text: line.text }),
      })),
    ],
    failed: (one) => failed(translators, one),
    lessons: ({ initiative: { items } }) => written(items.lesson),
  }
}

function differenceText(
  { t, format }: Translators,
  { cells, agreement, isText }: Omit<ComparisonRow, 'difference'>,
): string {
  const { kind, known, shared } = agreement
  const count = cells.length
  if (kind === 'unknown') return t('agreement.unknown')
  if (kind === 'single')
    return t('agreement.single', { letter: letterOf(cells.findIndex((cell) => cell.length > 0)) })
  if (isText) return known === count ? '' : t('agreement.text', { known, count })
  if (kind === 'same')
    return known === count ? t('agreement.same', { known }) : t('agreement.sameKnown', { known })
  const labels = cells
    .flat()
    .filter(
      ({ key }, index, all) =>
        shared.includes(key) && all.findIndex((line) => line.key === key) === index,
    )
  return kind === 'partly'
    ? t('agreement.partly', {
        list: format.list(
          labels.map(({ text }) => text),
          { type: 'unit' },
        ),
      })
    : t('agreement.different')
}

/** Page and file show exactly this. */
export async function comparisonGroups(
  compared: readonly Compared[],
  locale: Locale,
): Promise<ComparisonGroup[]> {
  const translators = await loadTranslators(locale)
  const read = readers(translators)
  const row = (key: RowKey): ComparisonRow => {
    const cells = compared.map(read[key])
    const base = {
      key,
      label: translators.t(`rows.${key}`),
      cells,
      agreement: agreementOf(cells.map((cell) => cell.map((line) => line.key))),
      isText: TEXT_ROWS.includes(key),
    }
    return { ...base, difference: differenceText(translators, base) }
  }
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((key) => ({
    key,
    title: translators.t(`group.${key}`),
    rows: GROUPS[key].map(row),
  }))
}
