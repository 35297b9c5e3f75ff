import type { PaperModel } from '@/lib/monitor/papers/types'
import type { ExpectationView, MeasureYear, VerdictView } from '@/lib/monitor/verdicts/types'
import type { PaperWords } from './paper-words'

export interface Reason {
  key: string
  title: string
  goal: string
  /** The decision in a few words; what a slide shows. */
  decision: string
  parts: { label: string; text: string }[]
  /** By constituency; empty when none reacted. */
  reactions: { label: string; text: string }[]
  noReactions: string | null
}

const signedExpectation = (of: MeasureYear | null): ExpectationView | null =>
  of?.expectation?.signedAt == null ? null : of.expectation

function expectedPart({ t, dayOf }: PaperWords, { text, lateOn, signedAt }: ExpectationView) {
  const key = lateOn === null ? 'verdict.signed' : 'verdict.late'
  const signed = t(key, { date: dayOf(signedAt ?? '') })
  return { label: t('verdict.expected'), text: `${text} (${signed})` }
}

function verdictParts({ t, dayOf }: PaperWords, verdict: VerdictView) {
  const { observed, otherCauses, reason, signedAt } = verdict
  return [
    { label: t('verdict.observed'), text: observed },
    ...(otherCauses === '' ? [] : [{ label: t('verdict.otherCauses'), text: otherCauses }]),
    {
      label: t('verdict.reason'),
      text: `${reason} (${t('verdict.signed', { date: dayOf(signedAt ?? '') })})`,
    },
  ]
}

function lastYearPart({ p, t }: PaperWords, before: MeasureYear | null) {
  const current = before?.current
  if (current?.decision == null) return []
  const decision = t(`verdict.decision.${current.decision}`)
  const text = p('lastYear', { year: current.year, decision, reason: current.reason })
  return [{ label: String(current.year), text }]
}

function decisionText({ t }: PaperWords, current: VerdictView | null): string {
  if (current?.decision == null) return ''
  const sure =
    current.confidence === null
      ? ''
      : ` (${t(`verdict.confidence.${current.confidence}`).toLowerCase()})`
  return `${t(`verdict.decision.${current.decision}`)}${sure}`
}

/** Why the region decides what it decides: measures with something signed in these two years. */
export function reasonsOf(words: PaperWords, { goals, examples }: PaperModel): Reason[] {
  const { p, t, dayOf } = words
  const rows = [
    ...goals.map((goal) => ({ goal, mark: '' })),
    ...examples.map((goal) => ({ goal, mark: ` ${t('paper.exampleGoal')}` })),
  ]
  return rows.flatMap(({ goal, mark }) =>
    goal.measures.flatMap(({ id, title, now, before }): Reason[] => {
      const expectation = signedExpectation(now)
      const current = now?.current ?? null
      const last = lastYearPart(words, before)
      if (expectation === null && current === null && last.length === 0) return []
      const reactions = (current?.reactions ?? []).map(
        ({ constituency, text, byMember, createdAt }) => ({
          label: t(`verdict.constituency.${constituency}`),
          text: `${text} (${t(byMember ? 'verdict.byMember' : 'verdict.byEditors', { date: dayOf(createdAt) })})`,
        }),
      )
      return [
        {
          key: id,
          title: `${title}${mark}`,
          goal: goal.title,
          decision: decisionText(words, current),
          parts: [
            ...(expectation === null ? [] : [expectedPart(words, expectation)]),
            ...(current === null ? [] : verdictParts(words, current)),
            ...last,
          ],
          reactions,
          noReactions: current === null || reactions.length > 0 ? null : p('noReactions'),
        },
      ]
    }),
  )
}
