import { moneyEvidenceText, stateSentences } from '@/components/monitor/chains/paper-text'
import type { Locale } from '@/i18n/routing'
import { isChainKnown } from '@/lib/monitor/chains/rules'
import { OPEN_ENDS, type OpenEnd } from '@/lib/monitor/chains/types'
import { requestLines } from '@/lib/monitor/papers/proposal.rules'
import { paperMark } from '@/lib/monitor/papers/rules'
import type { PaperModel } from '@/lib/monitor/papers/types'
import { goalContent, type GoalContent } from './goal-content'
import { amountText, paperWords, type PaperWords } from './paper-words'
import { reasonsOf, type Reason } from './reason-content'

/** A paper in words. The page, the PDF, the Word file and the slides show exactly this. */
export interface PaperContent {
  language: Locale
  title: string
  kicker: string
  subtitle: string
  dataOn: string
  /** On each page, with the words around the page numbers. */
  running: string
  page: { before: string; between: string }
  warnings: string[]
  sentences: { title: string; lines: string[] }
  request: { title: string; mark: string | null; lines: string[] }
  goals: {
    title: string
    moneyTitle: string
    rows: GoalContent[]
    none: string | null
    after: string[]
  }
  examples: { title: string; note: string; rows: GoalContent[] } | null
  reasons: { title: string; items: Reason[]; none: string | null }
  missing: { title: string; groups: { title: string; items: string[] }[]; none: string | null }
  sources: { title: string; lines: string[] }
  address: string
}

function missingGroups({ p, t, day }: PaperWords, openEnds: readonly OpenEnd[]) {
  return OPEN_ENDS.flatMap((kind) => {
    const items = openEnds.filter((end) => end.kind === kind)
    if (items.length === 0) return []
    return [
      {
        title: `${String(items.length)} ${t(`openEnds.${kind}`, { count: items.length })}`,
        items: items.map(({ title, on }) =>
          on === null ? title : p('openEnd', { title, date: day(on) }),
        ),
      },
    ]
  })
}

/** Money that stands with no one goal, and all money beside what is known of what it pays for. */
function afterGoals(words: PaperWords, { elsewhere, byEvidence }: PaperModel): string[] {
  const { p } = words
  return [
    ...(elsewhere.streams === 0 ? [] : [p('elsewhere', { money: amountText(words, elsewhere) })]),
    ...byEvidence.map((money) =>
      p('byEvidence', {
        evidence: moneyEvidenceText(words, money.evidence),
        count: money.streams,
        money: amountText(words, money),
      }),
    ),
  ]
}

function missingContent(words: PaperWords, { state, openEnds }: PaperModel) {
  const { p, t } = words
  const isKnown = isChainKnown(state, openEnds)
  return {
    title: t('openEnds.title', { count: openEnds.length, known: isKnown ? 'yes' : 'no' }),
    groups: missingGroups(words, openEnds),
    none: openEnds.length > 0 ? null : p(isKnown ? 'nothingMissing' : 'nothingKnown'),
  }
}

function sourceLines(words: PaperWords, model: PaperModel, about: { digest: string }): string[] {
  const { p, t, day } = words
  const goalsOf = new Map<string, string[]>()
  for (const { title: goal, source } of [...model.goals, ...model.examples]) {
    if (source.title === null) continue
    const name = [source.title, source.ref, source.url].filter(Boolean).join(', ')
    goalsOf.set(name, [...(goalsOf.get(name) ?? []), goal])
  }
  const sources = [...goalsOf].map(([source, goals]) =>
    p('goalSource', { source, count: goals.length }),
  )
  return [
    t('sources.entered'),
    p('evidence'),
    t('dataDate', { date: day(model.today) }),
    ...sources,
    p('mark', { mark: paperMark(about.digest) }),
  ]
}

/** The words of a paper; `digest` is that of the model, `address` where today's paper stands. */
export function paperContent(
  model: PaperModel,
  { locale, digest, address }: { locale: Locale; digest: string; address: string },
): PaperContent {
  const words = paperWords(locale)
  const { p, day } = words
  const { region, year, state } = model
  const about = { region: region.name, year }
  const reasons = reasonsOf(words, model)
  const hasExamples = model.examples.length > 0
  const [before = '', between = ''] = p('page', { page: '#', pages: '#' }).split('#')
  const running = p('running', about)
  return {
    language: locale,
    title: p('title', about),
    kicker: p('kicker'),
    subtitle: p('forBoard'),
    dataOn: p('dataOn', { date: day(model.today) }),
    page: { before, between },
    running: hasExamples ? `${running} (${p('withExamples')})` : running,
    warnings: hasExamples ? [p('examplesWarning')] : [],
    sentences: { title: p('sentences'), lines: stateSentences(words, { region, year }, state) },
    request: {
      title: p('request'),
      mark: model.request === null ? p('isProposal') : null,
      lines: requestLines(model, locale),
    },
    goals: {
      title: p('goals'),
      moneyTitle: p('moneyTitle'),
      rows: model.goals.map((goal) => goalContent(words, goal, year)),
      none: model.goals.length === 0 ? p('noGoals', { year }) : null,
      after: afterGoals(words, model),
    },
    examples: hasExamples
      ? {
          title: p('examples'),
          note: p('examplesNote'),
          rows: model.examples.map((goal) => goalContent(words, goal, year, true)),
        }
      : null,
    reasons: {
      title: p('reasons'),
      items: reasons,
      none: reasons.length === 0 ? p('noReasons', { year }) : null,
    },
    missing: missingContent(words, model),
    sources: {
      title: p('sources'),
      lines: [...sourceLines(words, model, { digest }), p('address', { address })],
    },
    address,
  }
}
