import {
  aside,
  bullet,
  caption,
  heading,
  label,
  labelled,
  line,
  toDocx,
  wordTable,
  type Block,
} from '@/lib/base/files/word'
import type { ChainRow, GoalContent } from './goal-content'
import type { PaperContent } from './paper-content'
import { paperWords, type PaperWords } from './paper-words'

/** In percent of the width of the page. */
const WIDTHS = [29, 16, 22, 14, 19] as const

/** "Measure → money → initiative (evidence)": the drawing of the page as a line. */
const chainLine = ({ measure, money, initiatives }: ChainRow): string =>
  [
    measure.text,
    money.detail === null ? money.text : `${money.text} (${money.detail})`,
    initiatives
      .map(({ text, detail }) => (detail === null ? text : `${text} (${detail})`))
      .join(', '),
  ].join(' → ')

const titleOf = ({ title, notes }: GoalContent): string =>
  notes.length === 0 ? title : `${title} (${notes.join('; ')})`

function goalTable({ p }: PaperWords, rows: readonly GoalContent[]): Block {
  return wordTable(
    {
      widths: WIDTHS,
      header: [
        p('columns.goal'),
        p('columns.money'),
        p('columns.indicator'),
        p('columns.people'),
        p('columns.verdict'),
      ],
      rows: rows.map((goal) => [
        [titleOf(goal), ...goal.chain.map(chainLine)],
        goal.money,
        goal.indicators,
        goal.people,
        goal.verdicts,
      ]),
    },
    String,
  )
}

function goalBlocks(words: PaperWords, { goals, examples }: PaperContent): Block[] {
  const { p } = words
  return [
    heading(goals.title, 1),
    ...(goals.none === null
      ? [caption(p('table'), 1, goals.caption), goalTable(words, goals.rows)]
      : [line(goals.none)]),
    ...goals.after.map(line),
    ...(examples === null
      ? []
      : [
          heading(examples.title, 1),
          line(examples.note),
          caption(p('table'), goals.none === null ? 2 : 1, examples.title),
          goalTable(words, examples.rows),
        ]),
  ]
}

function firstBlocks({
  title,
  subtitle,
  dataOn,
  warnings,
  sentences,
  request,
}: PaperContent): Block[] {
  return [
    heading(title, 'title'),
    line(`${subtitle}. ${dataOn}.`),
    ...warnings.map(aside),
    heading(sentences.title, 1),
    ...sentences.lines.map(line),
    heading(request.title, 1),
    ...(request.mark === null ? [] : [line(request.mark)]),
    ...request.lines.map(bullet),
  ]
}

function lastBlocks({ t }: PaperWords, { reasons, missing, sources }: PaperContent): Block[] {
  return [
    heading(reasons.title, 1),
    ...(reasons.none === null ? [] : [line(reasons.none)]),
    ...reasons.items.flatMap((reason): Block[] => [
      heading(reason.title, 2),
      line(reason.goal),
      ...(reason.decision === '' ? [] : [labelled(t('table.decision'), reason.decision)]),
      ...reason.parts.map(({ label: name, text }) => labelled(name, text)),
      ...(reason.reactions.length === 0 ? [] : [label(t('verdict.reactions'))]),
      ...reason.reactions.map(({ label: name, text }) => bullet(`${name}: ${text}`)),
      ...(reason.noReactions === null ? [] : [line(reason.noReactions)]),
    ]),
    heading(missing.title, 1),
    ...(missing.none === null ? [] : [line(missing.none)]),
    ...missing.groups.flatMap(({ title, items }) => [heading(title, 2), ...items.map(bullet)]),
    heading(sources.title, 1),
    ...sources.lines.map(line),
  ]
}

/** The paper as a Word file that a secretary can change. */
export async function paperDocument(content: PaperContent): Promise<Buffer> {
  const words = paperWords(content.language)
  return toDocx({
    title: content.title,
    description: content.subtitle,
    language: content.language,
    blocks: [...firstBlocks(content), ...goalBlocks(words, content), ...lastBlocks(words, content)],
    running: { header: content.running, footer: content.dataOn, page: content.page },
  })
}
