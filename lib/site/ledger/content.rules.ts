/**
 * Which fields of a record are hashed, in form 1. The database makes the same when it enters a
 * record (function ledger_content); this is made apart from it, so that a changed function of the
 * database shows too. Left out: who signed, because an account may be forgotten, and counters of
 * saving. A field that is added later joins both lists; empty it changes no hash.
 * Source: docs/adr/0054.
 */
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate } from '@/lib/base/text/calendar'
import type { Fields } from './types'

export const expectationSelect = {
  id: true,
  measureId: true,
  year: true,
  text: true,
  writtenAfterwards: true,
  periodBeginsOn: true,
  signedAt: true,
  createdAt: true,
} satisfies Prisma.PolicyExpectationSelect

export const verdictSelect = {
  id: true,
  measureId: true,
  year: true,
  expectationId: true,
  observed: true,
  otherCauses: true,
  confidence: true,
  decision: true,
  reason: true,
  supersedesId: true,
  signedAt: true,
  createdAt: true,
} satisfies Prisma.PolicyVerdictSelect

export const reactionSelect = {
  id: true,
  verdictId: true,
  constituency: true,
  text: true,
  byMember: true,
  createdAt: true,
} satisfies Prisma.VerdictReactionSelect

export const assessmentSelect = {
  id: true,
  initiativeId: true,
  revisionId: true,
  kind: true,
  round: true,
  roundId: true,
  organisationId: true,
  regionId: true,
  constituency: true,
  isExample: true,
  submittedAt: true,
  createdAt: true,
  scores: { select: { criterionId: true, score: true, cannotJudge: true, reason: true } },
} satisfies Prisma.AssessmentSelect

export const measurementSelect = {
  id: true,
  indicatorId: true,
  measuredOn: true,
  periodStart: true,
  periodEnd: true,
  value: true,
  numerator: true,
  n: true,
  population: true,
  horizon: true,
  qualifier: true,
  design: true,
  comparisonNumerator: true,
  comparisonN: true,
  comparisonDescription: true,
  independent: true,
  measuredBy: true,
  sourceTitle: true,
  sourceUrl: true,
  note: true,
  correctionReason: true,
  supersedesId: true,
  createdAt: true,
  indicator: { select: { unit: true } },
  file: { select: { sha256: true } },
} satisfies Prisma.MeasurementSelect

/** Numbers and truth as text, moments in UTC with milliseconds. */
function texts(row: Record<string, string | number | boolean | Date | null>): Fields {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value === null ? null : value instanceof Date ? value.toISOString() : String(value),
    ]),
  )
}

export const expectationFields = ({
  periodBeginsOn,
  ...row
}: Prisma.PolicyExpectationGetPayload<{ select: typeof expectationSelect }>): Fields => ({
  record: 'expectation',
  form: '1',
  ...texts({ ...row, periodBeginsOn: toCalendarDate(periodBeginsOn) }),
})

export const verdictFields = (
  row: Prisma.PolicyVerdictGetPayload<{ select: typeof verdictSelect }>,
): Fields => ({ record: 'verdict', form: '1', ...texts(row) })

export const reactionFields = (
  row: Prisma.VerdictReactionGetPayload<{ select: typeof reactionSelect }>,
): Fields => ({ record: 'reaction', form: '1', ...texts(row) })

export function assessmentFields({
  scores,
  ...row
}: Prisma.AssessmentGetPayload<{ select: typeof assessmentSelect }>): Fields {
  const judged = scores.flatMap(
    ({ criterionId, score, cannotJudge, reason }): [string, string | null][] => [
      [`score.${criterionId}`, cannotJudge ? 'cannot' : score === null ? null : String(score)],
      [`reason.${criterionId}`, reason],
    ],
  )
  return { record: 'assessment', form: '1', ...texts(row), ...Object.fromEntries(judged) }
}

export function measurementFields({
  indicator,
  file,
  value,
  measuredOn,
  periodStart,
  periodEnd,
  ...row
}: Prisma.MeasurementGetPayload<{ select: typeof measurementSelect }>): Fields {
  return {
    record: 'measurement',
    form: '1',
    ...texts(row),
    unit: indicator.unit,
    // Without zeros at its end, whatever the scale of the column.
    value: value === null ? null : value.toString(),
    measuredOn: toCalendarDate(measuredOn),
    periodStart: toCalendarDate(periodStart),
    periodEnd: toCalendarDate(periodEnd),
    fileSha256: file?.sha256,
  }
}
