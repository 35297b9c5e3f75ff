/**
 * - Provisional: fewer than 3 assessors who could judge, or all from one region. Only dots show.
 * - Divided: the middle two differ by 2 or more, or the lowest and highest by 3 or more.
 * - Panel and self-score are never blended. In a second look, assessors who did not judge again
 *   keep their first judgement.
 * - Scores of an open round are visible only to those who submitted in it.
 * - A panel score older than 24 months is stale.
 * Source: docs/model.md, "Rating model", rules 1 to 6.
 */
import type { Evidence } from '@/lib/knowledge/evidence/types'
import { isPanel } from '@/lib/judgement/panels/rules'
import type { FormValues } from '@/lib/base/http/action-result'
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import type {
  CriterionProfile,
  CriterionView,
  GroupScores,
  OwnAssessment,
  RoundProfile,
  ScoreReason,
  SubmittedAssessment,
  TypedScore,
} from './types'

export const DIVIDED_MIDDLE = 2
export const DIVIDED_RANGE = 3
export const FRESH_MONTHS = 24
export const MIN_REASON_WORDS = 3
export const HIGH_SCORE = 4
const HIGHEST_SCORE = 5
/** Evidence rank that supports any score on "meetbaar bewezen". */
const COMPARED_RANK = 4

/** Null without scores. */
export function median(scores: readonly number[]): number | null {
  const sorted = scores.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  if (upper === undefined) return null
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper
  return (lower + upper) / 2
}

/** Whether raters disagree too much for one figure. */
export function isDivided(scores: readonly number[]): boolean {
  const sorted = scores.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const gap = Number.isInteger(half) ? (sorted[half] ?? 0) - (sorted[half - 1] ?? 0) : 0
  return gap >= DIVIDED_MIDDLE || (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) >= DIVIDED_RANGE
}

/** Whether a panel is too small, or too much of one region. */
export function isProvisional(regionIds: readonly (string | null)[]): boolean {
  return !isPanel(regionIds)
}

/** The judgements of one round; in a second look with first ones where no second was given. */
function panelOf(panel: readonly SubmittedAssessment[], round: number): SubmittedAssessment[] {
  const own = panel.filter((one) => one.round === round)
  if (!own.some(({ secondLook }) => secondLook)) return own
  const again = new Set(own.map(({ assessorId }) => assessorId))
  return [...own, ...panelOf(panel, round - 1).filter(({ assessorId }) => !again.has(assessorId))]
}

const panelIn = (assessments: readonly SubmittedAssessment[]) =>
  assessments.filter(({ kind }) => kind === 'panel')

function shown(assessments: readonly SubmittedAssessment[]): SubmittedAssessment[] {
  const panel = panelIn(assessments)
  const [self] = assessments
    .filter(({ kind }) => kind === 'self')
    .toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt))
  return [
    ...(self ? [self] : []),
    ...panelOf(panel, Math.max(0, ...panel.map(({ round }) => round))),
  ]
}

function toReason(
  one: SubmittedAssessment,
  given: SubmittedAssessment['scores'][number],
  first: SubmittedAssessment | undefined,
): ScoreReason {
  const before = first?.scores.find(({ criterion }) => criterion === given.criterion)
  const {
    id,
    kind,
    round,
    organisationName,
    regionName,
    constituency,
    submittedAt,
    revisionNumber,
    isExample,
  } = one
  return {
    assessmentId: id,
    kind,
    round,
    score: given.score,
    reason: given.reason,
    organisationName,
    regionName,
    constituency,
    submittedAt,
    revisionNumber,
    isExample,
    reply: given.reply,
    before: before ? { score: before.score, reason: before.reason } : null,
  }
}

function summary(panel: readonly { score: number | null; regionId: string | null }[]) {
  const judged = panel.flatMap(({ score, regionId }) =>
    score === null ? [] : [{ score, regionId }],
  )
  const scores = judged.map(({ score }) => score).toSorted((a, b) => a - b)
  const provisional = isProvisional(judged.map(({ regionId }) => regionId))
  return {
    scores,
    provisional,
    cannotJudge: panel.length - judged.length,
    median: median(scores),
    divided: !provisional && isDivided(scores),
    n: panel.length,
  }
}

const scoresOn = (slug: string, panel: readonly SubmittedAssessment[]) =>
  panel.flatMap(({ regionId, scores }) =>
    scores.filter(({ criterion }) => criterion === slug).map(({ score }) => ({ score, regionId })),
  )

/** The profile over all criteria; order does not matter. */
export function buildProfile(
  criteria: readonly CriterionView[],
  assessments: readonly SubmittedAssessment[],
): CriterionProfile[] {
  const used = shown(assessments)
  const panel = panelIn(used)
  const firstOf = (one: SubmittedAssessment) =>
    one.secondLook
      ? assessments.find(
          ({ kind, round, assessorId }) =>
            kind === 'panel' && round === one.round - 1 && assessorId === one.assessorId,
        )
      : undefined
  return criteria.map(({ slug, number, labelNl, labelEn, definitionNl, definitionEn }) => ({
    slug,
    number,
    labelNl,
    labelEn,
    definitionNl,
    definitionEn,
    ...summary(scoresOn(slug, panel)),
    selfScore:
      used.find(({ kind }) => kind === 'self')?.scores.find(({ criterion }) => criterion === slug)
        ?.score ?? null,
    reasons: used.flatMap((one) =>
      one.scores
        .filter(({ criterion }) => criterion === slug)
        .map((given) => toReason(one, given, firstOf(one))),
    ),
  }))
}

/** Every round, oldest first, as it was when it ended. */
export function buildHistory(
  criteria: readonly CriterionView[],
  assessments: readonly SubmittedAssessment[],
): RoundProfile[] {
  const all = panelIn(assessments)
  return [...new Set(all.map(({ round }) => round))]
    .toSorted((a, b) => a - b)
    .map((round) => {
      const panel = panelOf(all, round)
      const own = all.filter((one) => one.round === round)
      return {
        round,
        secondLook: own.some(({ secondLook }) => secondLook),
        assessors: panel.length,
        at:
          own
            .map(({ submittedAt }) => submittedAt)
            .toSorted()
            .at(-1) ?? '',
        revisionNumbers: [...new Set(own.map(({ revisionNumber }) => revisionNumber))].toSorted(
          (a, b) => a - b,
        ),
        lines: criteria.map(({ slug }) => {
          const { scores, median: middle, provisional, divided, n } = summary(scoresOn(slug, panel))
          return { slug, scores, median: middle, provisional, divided, n }
        }),
      }
    })
}

/** Scores per constituency or region on one criterion, by name. */
export function groupScores(
  reasons: readonly ScoreReason[],
  by: 'constituency' | 'regionName',
): GroupScores[] {
  const panel = reasons.filter(({ kind }) => kind === 'panel')
  const groups = [...new Set(panel.map((row) => row[by] ?? ''))]
    .filter((group) => group !== '')
    .toSorted((a, b) => a.localeCompare(b, 'nl'))
  return groups.map((group) => {
    const own = panel.filter((row) => row[by] === group)
    const scores = own.flatMap(({ score }) => score ?? []).toSorted((a, b) => a - b)
    return { group, scores, median: median(scores), cannotJudge: own.length - scores.length }
  })
}

/** Stale panel scores on this line. */
export function staleScores(reasons: readonly ScoreReason[], today: CalendarDate): number[] {
  return reasons.flatMap(({ kind, score, submittedAt }) =>
    kind === 'panel' && score !== null && isStale(submittedAt, today) ? [score] : [],
  )
}

/** For whoever still has to judge: without the panel. */
export function withoutPanel(profile: readonly CriterionProfile[]): CriterionProfile[] {
  return profile.map((line) => ({
    ...line,
    scores: [],
    cannotJudge: 0,
    median: null,
    divided: false,
    provisional: true,
    n: 0,
    reasons: line.reasons.filter(({ kind }) => kind === 'self'),
  }))
}

/** True when a score of this ISO time is stale. */
export function isStale(submittedAt: string, today: CalendarDate): boolean {
  return submittedAt.slice(0, 10) < addMonths(today, -FRESH_MONTHS)
}

/**
 * Above the evidence: a 4 or 5 below "vergeleken". A counted measurement with a baseline also
 * supports a median under 5. Source: docs/domain.md, section 4, signals.
 */
export function exceedsEvidence(
  profile: readonly CriterionProfile[],
  { rank, checks }: Pick<Evidence, 'rank' | 'checks'>,
): boolean {
  const line = profile.find(({ slug }) => slug === 'meetbaar-bewezen')
  if (
    !line ||
    line.median === null ||
    line.provisional ||
    line.median < HIGH_SCORE ||
    rank >= COMPARED_RANK
  )
    return false
  return line.median === HIGHEST_SCORE || !checks.baseline || !checks.counted
}

/** What is missing before submitting, by field name. Empty when complete. */
export function missingForAssessment(scores: readonly TypedScore[]): Record<string, string[]> {
  const missing: Record<string, string[]> = {}
  scores.forEach(({ score, reason }, index) => {
    if (score === '') missing[`scores.${index}.score`] = ['choose']
    if (reason.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length < MIN_REASON_WORDS)
      missing[`scores.${index}.reason`] = ['reason']
  })
  return missing
}

/** One's own assessment as form values, a row per criterion in report order. */
export function assessmentValues(
  criteria: readonly Pick<CriterionView, 'slug'>[],
  own: OwnAssessment | null,
): FormValues {
  const values: FormValues = own ? { constituency: own.constituency } : {}
  criteria.forEach(({ slug }, index) => {
    const row = own?.scores.find(({ criterion }) => criterion === slug)
    values[`scores.${index}.score`] = row?.score ?? ''
    values[`scores.${index}.reason`] = row?.reason ?? ''
  })
  return values
}

/** To the assessor, when the owner answers a score. */
export function repliedEmail(title: string, text: string): { subject: string; text: string } {
  return {
    subject: `Antwoord op uw score voor "${title}"`,
    text: `De eigenaar van "${title}" antwoordde op een score van u.\n\n${text}\n\nIedereen kan dit lezen. U hoeft niets te doen.`,
  }
}
