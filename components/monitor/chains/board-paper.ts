import { paperTables } from '@/components/monitor/chains/paper-tables'
import {
  paperText,
  stateMoney,
  stateSentences,
  type PaperText,
} from '@/components/monitor/chains/paper-text'
import type { Locale } from '@/i18n/routing'
import { isChainKnown } from '@/lib/monitor/chains/rules'
import type { ChainState, OpenEnd, RegionChain } from '@/lib/monitor/chains/types'
import { OPEN_ENDS } from '@/lib/monitor/chains/types'
import type { CalendarDate } from '@/lib/base/text/calendar'
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
import type { ExpectationView, MeasureYear, VerdictView } from '@/lib/monitor/verdicts/types'

interface Paper {
  locale: Locale
  chain: RegionChain
  state: ChainState
  openEnds: readonly OpenEnd[]
  today: CalendarDate
  address: string
}

const TOO_WIDE: readonly number[] = [2, 9]

function expectedBlock({ t, dayOf }: PaperText, expectation: ExpectationView): Block {
  const key = expectation.lateOn === null ? 'verdict.signed' : 'verdict.late'
  const signed = t(key, { date: dayOf(expectation.signedAt ?? '') })
  return labelled(t('verdict.expected'), `${expectation.text} (${signed})`)
}

function signedBlocks({ t, dayOf }: PaperText, verdict: VerdictView): Block[] {
  const { observed, otherCauses, decision, confidence, reason, signedAt, reactions } = verdict
  const decided = decision === null ? '' : t(`verdict.decision.${decision}`)
  const sure = confidence === null ? '' : t(`verdict.confidence.${confidence}`)
  return [
    labelled(t('verdict.observed'), observed),
    ...(otherCauses === '' ? [] : [labelled(t('verdict.otherCauses'), otherCauses)]),
    labelled(t('table.decision'), `${decided}. ${sure}.`),
    labelled(
      t('verdict.reason'),
      `${reason} (${t('verdict.signed', { date: dayOf(signedAt ?? '') })})`,
    ),
    ...reactions.map(({ constituency, text, byMember, createdAt }) =>
      labelled(
        t(`verdict.constituency.${constituency}`),
        `${text} (${t(byMember ? 'verdict.byMember' : 'verdict.byEditors', { date: dayOf(createdAt) })})`,
      ),
    ),
  ]
}

function yearBlocks(text: PaperText, year: number, of: MeasureYear | null): Block[] {
  const expectation = of?.expectation?.signedAt == null ? null : of.expectation
  const current = of?.current ?? null
  const nothing = expectation === null && current === null
  return [
    heading(String(year), 3),
    ...(nothing ? [line(text.t('verdict.nothing', { year }))] : []),
    ...(expectation === null ? [] : [expectedBlock(text, expectation)]),
    ...(current === null ? [] : signedBlocks(text, current)),
  ]
}

const verdictBlocks = (text: PaperText, { goals, year }: RegionChain): Block[] =>
  goals.flatMap((goal) =>
    goal.measures.flatMap((measure): Block[] => [
      heading(measure.title, 2),
      line(goal.title),
      ...yearBlocks(text, year, measure.now),
      ...yearBlocks(text, year - 1, measure.before),
    ]),
  )

const openEndBlocks = ({ t, day }: PaperText, openEnds: readonly OpenEnd[]): Block[] =>
  OPEN_ENDS.flatMap((kind): Block[] => {
    const items = openEnds.filter((item) => item.kind === kind)
    return [
      heading(`${items.length} ${t(`openEnds.${kind}`, { count: items.length })}`, 2),
      ...items.map(({ title, on }) =>
        bullet(on === null ? title : `${title} (${t('openEnds.on', { date: day(on) })})`),
      ),
    ]
  })

function tableBlocks(text: PaperText, { chain, state, openEnds }: Paper): Block[] {
  const { t, format } = text
  const { goals, measures, funding } = paperTables(text, chain, openEnds)
  const fits = (_: unknown, index: number) => !TOO_WIDE.includes(index)
  const table = (content: Table): Block =>
    content.rows.length === 0
      ? line(t('paper.noRows'))
      : wordTable(content, (value) => format.number(value))
  return [
    heading(t('table.goals'), 1),
    table(goals),
    heading(t('table.measures'), 1),
    table(measures),
    heading(t('table.money'), 1),
    line(
      t('money.caption', {
        count: state.streams - state.unknownAmounts,
        unknown: state.unknownAmounts,
        money: stateMoney(text, state),
      }),
    ),
    table({
      ...funding,
      header: funding.header.filter(fits),
      rows: funding.rows.map((row) => row.filter(fits)),
    }),
  ]
}

const sourceBlocks = ({ t }: PaperText, { goals }: RegionChain): Block[] =>
  goals.flatMap(({ title: goal, source: { title, ref, url } }) =>
    title === null
      ? []
      : [
          line(
            t('sources.goalSource', { goal, source: [title, ref, url].filter(Boolean).join(', ') }),
          ),
        ],
  )

export async function boardPaper(paper: Paper): Promise<Buffer> {
  const { locale, chain, state, openEnds, today, address } = paper
  const text = paperText(locale)
  const { t } = text
  const title = t('paper.title', { region: chain.region.name, year: chain.year })
  const date = text.day(today)
  const known = isChainKnown(state, openEnds) ? 'yes' : 'no'
  const blocks: Block[] = [
    heading(title, 'title'),
    line(t('paper.subtitle')),
    line(t('paper.version', { date, address })),
    ...(chain.goals.some((goal) => goal.isExample) ? [line(t('exampleNote'))] : []),
    heading(t('paper.stateHeading'), 1),
    ...stateSentences(text, chain, state).map(line),
    heading(t('openEnds.title', { count: openEnds.length, known }), 1),
    ...openEndBlocks(text, openEnds),
    ...tableBlocks(text, paper),
    heading(t('paper.verdictPage'), 1, true),
    ...verdictBlocks(text, chain),
    heading(t('sources.title'), 1),
    line(t('sources.entered')),
    line(t('dataDate', { date })),
    ...sourceBlocks(text, chain),
  ]
  return toDocx({ title, description: t('paper.subtitle'), language: locale, blocks })
}
