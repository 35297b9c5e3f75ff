import { createFormatter, createTranslator } from 'next-intl'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { formats } from '@/i18n/formats'
import type { Locale } from '@/i18n/routing'
import type { ChainState, OpenEnd, RegionChain } from '@/lib/monitor/chains/types'
import { qualifierOf } from '@/lib/base/amounts/rules'
import type { Table } from '@/lib/base/files/workbook'
import { messages } from '@/messages'

export const paperText = (locale: Locale) => ({
  t: createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'chains',
    formats,
    timeZone: 'Europe/Amsterdam',
  }),
  together: createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'policies.together',
    formats,
    timeZone: 'Europe/Amsterdam',
  }),
  format: createFormatter({ locale, timeZone: 'Europe/Amsterdam' }),
})
type Texts = ReturnType<typeof paperText>

const term = (locale: Locale, { labelNl, labelEn }: { labelNl: string; labelEn: string }) =>
  locale === 'en' ? labelEn : labelNl

/** The known amounts of a region in words: a sum only where there may be one. */
export const stateMoney = ({ together, format }: Texts, { amounts }: ChainState) =>
  moneyText(together, (euro) => format.number(euro, EURO), amounts)

/** The three sentences about a region, as the page says them. */
export function stateSentences(words: Texts, chain: RegionChain, state: ChainState): string[] {
  const {
    region: { name: region },
    year,
  } = chain
  const { t } = words
  return [
    t('state.goals', { region, year, goals: state.goals, served: state.goalsServed }),
    t('state.money', {
      streams: state.streams,
      money: stateMoney(words, state),
      known: state.amounts.known,
      unknown: state.unknownAmounts,
      ending: state.ending,
    }),
    t('state.verdicts', { measures: state.measures, verdicts: state.verdicts }),
  ]
}

/** The tables of a region's monitor: what the page shows, by the name of its file. */
export function paperTables(
  { t }: Texts,
  locale: Locale,
  chain: RegionChain,
  openEnds: readonly OpenEnd[],
) {
  const titles = new Map(chain.goals.map((goal) => [goal.id, goal.title]))
  const measures = chain.goals.flatMap((goal) =>
    goal.measures.map((measure) => ({ measure, goal })),
  )
  const of = new Map(
    measures.map(({ measure, goal }) => [measure.id, { measure: measure.title, goal: goal.title }]),
  )
  const example = (title: string, isExample: boolean) =>
    isExample ? `${title} ${t('paper.exampleGoal')}` : title
  const tables: Record<'doelen' | 'maatregelen' | 'geld' | 'oordelen' | 'losse-einden', Table> = {
    'losse-einden': {
      name: t('table.openEnds'),
      header: [t('table.kind'), t('table.what'), t('table.on')],
      rows: openEnds.map((item) => [t(`openEnds.${item.kind}`, { count: 1 }), item.title, item.on]),
    },
    doelen: {
      name: t('table.goals'),
      header: [t('table.goal'), t('table.under'), t('table.region'), t('table.initiatives')],
      rows: chain.goals.map((goal) => [
        example(goal.title, goal.isExample),
        titles.get(goal.parentId ?? '') ?? null,
        goal.region.name,
        goal.initiatives.map(({ title }) => title).join(', '),
      ]),
    },
    maatregelen: {
      name: t('table.measures'),
      header: [t('table.measure'), t('table.goal'), t('table.responsible'), t('table.initiatives')],
      rows: measures.map(({ measure, goal }) => [
        measure.title,
        goal.title,
        measure.responsible,
        measure.initiatives.map(({ title }) => title).join(', '),
      ]),
    },
    geld: {
      name: t('table.money'),
      header: [
        t('table.provider'),
        t('table.measure'),
        t('table.initiative'),
        t('table.goal'),
        t('table.type'),
        t('table.amount'),
        t('table.amountNote'),
        t('table.starts'),
        t('table.ends'),
        t('table.alignment'),
        t('table.measured'),
      ],
      rows: chain.fundings.map((row) => [
        row.provider,
        of.get(row.measureId ?? '')?.measure ?? null,
        row.initiative?.title ?? null,
        of.get(row.measureId ?? '')?.goal ?? null,
        term(locale, row.type),
        row.amountEuro,
        row.amountEuro === null ? null : t(`table.amountIs.${qualifierOf(row.amountQualifier)}`),
        row.startsOn,
        row.endsOn,
        term(locale, row.alignment),
        t(row.measured ? 'table.yes' : 'table.no'),
      ]),
    },
    oordelen: {
      name: t('table.verdicts'),
      header: [
        t('table.measure'),
        t('table.year'),
        t('table.expected'),
        t('table.observed'),
        t('table.otherCauses'),
        t('table.confidence'),
        t('table.decision'),
        t('table.reason'),
        t('table.signedOn'),
      ],
      rows: measures.flatMap(({ measure }) =>
        [measure.now, measure.before].flatMap((year) => {
          if (!year || (year.current === null && year.expectation?.signedAt == null)) return []
          const { current } = year
          const expected =
            year.expectation?.signedAt == null
              ? null
              : `${year.expectation.writtenAfterwards ? `${t('verdict.afterwards')}: ` : ''}${year.expectation.text}`
          return [
            [
              measure.title,
              year.year,
              expected,
              current?.observed ?? null,
              current?.otherCauses ?? null,
              current?.confidence ? t(`verdict.confidence.${current.confidence}`) : null,
              current?.decision ? t(`verdict.decision.${current.decision}`) : null,
              current?.reason ?? null,
              current?.signedAt?.slice(0, 10) ?? null,
            ],
          ]
        }),
      ),
    },
  }
  return tables
}
