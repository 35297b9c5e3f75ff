/**
 * What the paper proposes to ask when nobody wrote it: made of data alone, and marked as a proposal
 * wherever it stands.
 * Source: docs/adr/0056-a-board-paper.md.
 */
import { createFormatter, createTranslator } from 'next-intl'
import type { Locale } from '@/i18n/routing'
import { noonOf } from '@/lib/base/text/calendar'
import { messages } from '@/messages'
import type { PaperMeasure, PaperModel } from './types'

const timeZone = 'Europe/Amsterdam'
/** More names in one sentence are not read. */
const NAMED = 3
const DECISIONS = ['continue', 'adapt', 'stop', 'undecided'] as const

const measuresOf = ({ goals }: Pick<PaperModel, 'goals'>): PaperMeasure[] =>
  goals.flatMap(({ measures }) => measures)

/** The sentences of the proposal, in the order in which a board takes them. */
export function proposalLines(model: PaperModel, locale: Locale): string[] {
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'papers.proposal',
    timeZone,
  })
  const format = createFormatter({ locale, timeZone })
  const named = (titles: readonly string[]) => {
    const shown = titles.slice(0, NAMED)
    const rest = titles.length - shown.length
    return format.list([...shown, ...(rest > 0 ? [t('more', { count: rest })] : [])])
  }
  const line = (
    key: 'continue' | 'adapt' | 'stop' | 'undecided' | 'judge' | 'serve' | 'target',
    titles: readonly string[],
  ) => (titles.length === 0 ? [] : [t(key, { count: titles.length, list: named(titles) })])
  const titlesOf = (kind: PaperModel['openEnds'][number]['kind']) =>
    model.openEnds.filter((end) => end.kind === kind)
  const { state, year, region } = model
  const decided = (decision: (typeof DECISIONS)[number]) =>
    measuresOf(model)
      .filter(({ now }) => now?.current?.decision === decision)
      .map(({ title }) => title)
  const ending = titlesOf('moneyEnding').map(({ title, on }) =>
    on === null ? title : t('until', { title, date: format.dateTime(noonOf(on), DAY) }),
  )
  return [
    state.goals === 0
      ? t('noGoals', { year, region: region.name })
      : t('note', { goals: state.goals, measures: state.measures, verdicts: state.verdicts }),
    ...DECISIONS.flatMap((decision) => line(decision, decided(decision))),
    ...(ending.length === 0 ? [] : [t('ending', { list: named(ending) })]),
    ...line(
      'judge',
      titlesOf('measuresWithoutVerdict').map(({ title }) => title),
    ),
    ...line(
      'serve',
      titlesOf('goalsWithoutInitiative').map(({ title }) => title),
    ),
    ...line(
      'target',
      titlesOf('goalsWithoutTarget').map(({ title }) => title),
    ),
  ]
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** What is asked, line by line: what was written, else the proposal. */
export const requestLines = (model: PaperModel, locale: Locale): string[] =>
  model.request === null
    ? proposalLines(model, locale)
    : model.request.split('\n').filter((text) => text.trim() !== '')
