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
const WIDTHS = [21, 31, 18, 30] as const

/** "Measure → money → initiative (evidence)": the drawing of the page as a line. */
const chainLine = ({ measure, money, initiatives }: ChainRow): string =>
  [
    measure.text,
    money.detail === null ? money.text : `${money.text} (${money.detail})`,
    initiatives
      .map(({ text, detail }) => (detail === null ? text : `${text} (${detail})`))
      .join(', '),
  ].join(' → ')

/** A heading, the chain line by line, and a table of one row with the four answers. */
function oneGoal({ p }: PaperWords, goal: GoalContent, number: number): Block[] {
  const { title, notes, chain } = goal
  return [
    heading(title, 2),
    ...(notes.length === 0 ? [] : [line(notes.join('. '))]),
    ...chain.map((row) => bullet(chainLine(row))),
    caption(p('table'), number, p('answers', { goal: title })),
    wordTable(
      {
        widths: WIDTHS,
        header: [
          p('columns.money'),
          p('columns.indicator'),
          p('columns.people'),
          p('columns.verdict'),
        ],
        rows: [[goal.money, goal.indicators, goal.people, goal.verdicts]],
      },
      String,
    ),
  ]
}

function goalBlocks(words: PaperWords, { goals, examples }: PaperContent): Block[] {
  return [
    heading(goals.title, 1),
    ...(goals.none === null ? [] : [line(goals.none)]),
    ...goals.rows.flatMap((goal, at) => oneGoal(words, goal, at + 1)),
    ...(goals.after.length === 0 ? [] : [heading(goals.moneyTitle, 2)]),
    ...goals.after.map(bullet),
    ...(examples === null
      ? []
      : [
          heading(examples.title, 1),
          line(examples.note),
          ...examples.rows.flatMap((goal, at) => oneGoal(words, goal, goals.rows.length + at + 1)),
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
