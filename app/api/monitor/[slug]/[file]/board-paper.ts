import type { Locale } from '@/i18n/routing'
import { isChainKnown } from '@/lib/monitor/chains/rules'
import type { ChainState, OpenEnd, RegionChain } from '@/lib/monitor/chains/types'
import { OPEN_ENDS } from '@/lib/monitor/chains/types'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'
import {
  bullet,
  heading,
  labelled,
  line,
  toDocx,
  wordTable,
  type Block,
} from '@/lib/base/files/word'
import type { Table } from '@/lib/base/files/workbook'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'
import { paperTables, paperText, stateMoney, stateSentences } from './paper-tables'

interface Paper {
  locale: Locale
  chain: RegionChain
  state: ChainState
  openEnds: readonly OpenEnd[]
  today: CalendarDate
  /** Where the page stands that says the same. */
  address: string
}

function verdictBlocks({ locale, chain }: Paper): Block[] {
  const { t, format } = paperText(locale)
  const on = (moment: string) =>
    format.dateTime(new Date(moment), { day: 'numeric', month: 'long', year: 'numeric' })
  const ofYear = (year: number, of: MeasureYear | null): Block[] => {
    const expectation = of?.expectation?.signedAt == null ? null : of.expectation
    const current = of?.current ?? null
    return [
      heading(String(year), 3),
      ...(expectation === null && current === null ? [line(t('verdict.nothing', { year }))] : []),
      ...(expectation === null
        ? []
        : [
            labelled(
              t('verdict.expected'),
              `${expectation.text} (${expectation.writtenAfterwards ? `${t('verdict.afterwards')}; ` : ''}${t('verdict.signed', { date: on(expectation.signedAt ?? '') })})`,
            ),
          ]),
      ...(current === null
        ? []
        : [
            labelled(t('verdict.observed'), current.observed),
            ...(current.otherCauses === ''
              ? []
              : [labelled(t('verdict.otherCauses'), current.otherCauses)]),
            labelled(
              t('table.decision'),
              `${current.decision === null ? '' : t(`verdict.decision.${current.decision}`)}. ${current.confidence === null ? '' : t(`verdict.confidence.${current.confidence}`)}.`,
            ),
            labelled(
              t('verdict.reason'),
              `${current.reason} (${t('verdict.signed', { date: on(current.signedAt ?? '') })})`,
            ),
            ...current.reactions.map((reaction) =>
              labelled(
                t(`verdict.constituency.${reaction.constituency}`),
                `${reaction.text} (${t(reaction.byMember ? 'verdict.byMember' : 'verdict.byEditors', { date: on(reaction.createdAt) })})`,
              ),
            ),
          ]),
    ]
  }
  return chain.goals.flatMap((goal) =>
    goal.measures.flatMap((measure): Block[] => [
      heading(measure.title, 2),
      line(goal.title),
      ...ofYear(chain.year, measure.now),
      ...ofYear(chain.year - 1, measure.before),
    ]),
  )
}

function openEndBlocks({ locale, openEnds }: Paper): Block[] {
  const { t, format } = paperText(locale)
  return OPEN_ENDS.flatMap((kind): Block[] => {
    const items = openEnds.filter((item) => item.kind === kind)
    return [
      heading(`${items.length} ${t(`openEnds.${kind}`, { count: items.length })}`, 2),
      ...items.map((item) =>
        bullet(
          item.on === null
            ? item.title
            : `${item.title} (${t('openEnds.on', { date: format.dateTime(noonOf(item.on), { day: 'numeric', month: 'long', year: 'numeric' }) })})`,
        ),
      ),
    ]
  })
}

/** The review of a region as a document that people can change: titled, in its language, with heading styles and header rows. */
export async function boardPaper(paper: Paper): Promise<Buffer> {
  const { locale, chain, state, openEnds, today, address } = paper
  const words = paperText(locale)
  const { t, format } = words
  const title = t('paper.title', { region: chain.region.name, year: chain.year })
  const date = format.dateTime(noonOf(today), { day: 'numeric', month: 'long', year: 'numeric' })
  const tables = paperTables(words, locale, chain, openEnds)
  const table = (content: Table): Block =>
    content.rows.length === 0
      ? line(t('paper.noRows'))
      : wordTable(content, (value) => format.number(value))
  const blocks: Block[] = [
    heading(title, 'title'),
    line(t('paper.subtitle')),
    line(t('paper.version', { date, address })),
    ...(chain.goals.some((goal) => goal.isExample) ? [line(t('exampleNote'))] : []),
    heading(t('paper.stateHeading'), 1),
    ...stateSentences(words, chain, state).map(line),
    heading(
      t('openEnds.title', {
        count: openEnds.length,
        known: isChainKnown(state, openEnds) ? 'yes' : 'no',
      }),
      1,
    ),
    ...openEndBlocks(paper),
    heading(t('table.goals'), 1),
    table(tables.doelen),
    heading(t('table.measures'), 1),
    table(tables.maatregelen),
    heading(t('table.money'), 1),
    line(
      t('money.caption', {
        count: state.streams - state.unknownAmounts,
        unknown: state.unknownAmounts,
        money: stateMoney(words, state),
      }),
    ),
    table({
      ...tables.geld,
      header: tables.geld.header.filter((_, index) => index !== 2 && index !== 9),
      rows: tables.geld.rows.map((row) => row.filter((_, index) => index !== 2 && index !== 9)),
    }),
    heading(t('paper.verdictPage'), 1, true),
    ...verdictBlocks(paper),
    heading(t('sources.title'), 1),
    line(t('sources.entered')),
    line(t('dataDate', { date })),
    ...chain.goals.flatMap((goal) =>
      goal.source.title === null
        ? []
        : [
            line(
              t('sources.goalSource', {
                goal: goal.title,
                source: [goal.source.title, goal.source.ref, goal.source.url]
                  .filter(Boolean)
                  .join(', '),
              }),
            ),
          ],
    ),
  ]
  return toDocx({ title, description: t('paper.subtitle'), language: locale, blocks })
}
