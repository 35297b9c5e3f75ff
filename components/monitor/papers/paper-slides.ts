import { toPptx, type Slide, type SlidePart, type TableSlide } from '@/lib/base/files/slides'
import { shortened } from '@/lib/base/text/text'
import type { GoalContent } from './goal-content'
import type { PaperContent } from './paper-content'
import { paperWords, type PaperWords } from './paper-words'

/** Read from a distance: few rows, cut where they are long. */
const GOALS_ON_SLIDE = 3
const GOAL_SLIDES = 3
const LENGTH = 90
const LINES = 3
/** Lines of one slide of text. */
const ROOM = 14
/** Signs that fit on a line of a slide, about. */
const WIDE = 95
const WIDTHS = [0.27, 0.18, 0.21, 0.13, 0.21] as const
/** Signs on a line of a cell of the whole width, and lines in a cell. */
const SIGNS = 110
const CELL_LINES = 5

const short = (lines: readonly string[], { p }: PaperWords, most = LINES): string[] => {
  const rest = lines.length - most
  return [
    ...lines.slice(0, most).map((text) => shortened(text, LENGTH)),
    ...(rest > 0 ? [p('more', { count: rest })] : []),
  ]
}

/** As much text as a cell has lines for; the last text is cut. */
function fitted(texts: readonly string[], column: number): string[] {
  const perLine = Math.floor((WIDTHS[column] ?? 0) * SIGNS)
  const kept: string[] = []
  let left = CELL_LINES
  for (const text of texts) {
    if (left <= 0) return kept.with(-1, `${(kept.at(-1) ?? '').replace(/ …$/, '')} …`)
    const cut = shortened(text, left * perLine - 3)
    kept.push(cut)
    left -= Math.ceil(cut.length / perLine)
  }
  return kept
}

const goalRow = (goal: GoalContent): string[][] =>
  [
    [goal.title, ...goal.notes.slice(0, 1), ...goal.chain.map(({ measure }) => measure.text)],
    goal.money,
    goal.indicators,
    goal.people,
    goal.verdicts,
  ].map(fitted)

function goalSlides(
  words: PaperWords,
  { goals, examples, ...paper }: PaperContent,
): (Slide | TableSlide)[] {
  const { p } = words
  const around = { kicker: paper.running, source: { text: paper.dataOn, address: paper.address } }
  const all = [...goals.rows, ...(examples?.rows ?? [])]
  if (all.length === 0)
    return [
      {
        ...around,
        title: p('goalsShort'),
        columns: [[{ label: '', lines: goals.none === null ? [] : [goals.none] }], []],
      },
    ]
  const shown = all.slice(0, GOALS_ON_SLIDE * GOAL_SLIDES)
  const parts = Math.ceil(shown.length / GOALS_ON_SLIDE)
  return Array.from({ length: parts }, (_, at): TableSlide => {
    const isLast = at === parts - 1
    const left = all.length - shown.length
    return {
      ...around,
      title:
        parts === 1 ? p('goalsShort') : p('part', { title: p('goalsShort'), part: at + 1, parts }),
      source: {
        ...around.source,
        text:
          isLast && left > 0 ? `${paper.dataOn}. ${p('moreGoals', { count: left })}` : paper.dataOn,
      },
      widths: WIDTHS,
      header: [
        p('columns.goal'),
        p('columns.money'),
        p('columns.indicator'),
        p('columns.people'),
        p('columns.verdict'),
      ],
      rows: shown.slice(at * GOALS_ON_SLIDE, (at + 1) * GOALS_ON_SLIDE).map(goalRow),
    }
  })
}

/** As many parts as fit; the last line says that there is more. */
function fitting(parts: readonly SlidePart[], { p }: PaperWords, room = ROOM): SlidePart[] {
  const lines = (part: SlidePart) =>
    1 + part.lines.reduce((sum, text) => sum + Math.ceil(text.length / WIDE), 0)
  const kept: SlidePart[] = []
  let used = 0
  for (const part of parts) {
    used += lines(part)
    if (used > room && kept.length > 0) return [...kept, { label: p('moreOnPaper'), lines: [] }]
    kept.push(part)
  }
  return kept
}

const reasonParts = ({ reasons }: PaperContent): SlidePart[] =>
  reasons.items.map(({ title, decision, parts, reactions, noReactions }) => {
    const why = parts.at(-1)
    return {
      label: decision === '' ? title : `${title}: ${decision}`,
      lines: [
        ...(why === undefined ? [] : [shortened(why.text, 2 * LENGTH)]),
        ...reactions.slice(0, 2).map(({ label, text }) => `${label}: ${shortened(text, LENGTH)}`),
        ...(noReactions === null ? [] : [noReactions]),
      ],
    }
  })

/** The paper as at most eight slides: state, request, goals, reasons, what is missing, sources. */
export async function paperSlides(content: PaperContent, site: string): Promise<Buffer> {
  const words = paperWords(content.language)
  const { title, running, dataOn, address, sentences, request, reasons, missing, sources } = content
  const around = { kicker: running, source: { text: dataOn, address } }
  const text = (heading: string, parts: readonly SlidePart[]): Slide => ({
    ...around,
    title: heading,
    columns: [fitting(parts, words), []],
  })
  const slides: (Slide | TableSlide)[] = [
    text(title, [
      ...content.warnings.map((label) => ({ label, lines: [] })),
      { label: sentences.title, lines: sentences.lines },
    ]),
    text(request.title, [
      ...(request.mark === null ? [] : [{ label: request.mark, lines: [] }]),
      ...request.lines.map((one) => ({ label: '', lines: [one] })),
    ]),
    ...goalSlides(words, content),
    text(
      reasons.title,
      reasons.none === null ? reasonParts(content) : [{ label: reasons.none, lines: [] }],
    ),
    text(
      missing.title,
      missing.none === null
        ? missing.groups.map(({ title: label, items }) => ({ label, lines: short(items, words) }))
        : [{ label: missing.none, lines: [] }],
    ),
    text(
      sources.title,
      sources.lines.map((one) => ({ label: '', lines: [one] })),
    ),
  ]
  return toPptx(slides, { title, author: site, language: content.language })
}
