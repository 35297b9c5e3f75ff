/**
 * What a measurement by itself says, and what it did or could do to the level of its initiative.
 * Source: docs/model.md, "Rating model", rule 5; lib/knowledge/evidence/rules.ts.
 */
import { directionAndSize } from '@/lib/knowledge/evidence/direction.rules'
import { MIN_PEOPLE_TO_SHOW } from '@/lib/knowledge/evidence/disclosure.rules'
import { computeLevel } from '@/lib/knowledge/evidence/rules'
import type {
  ComputedLevel,
  EvidenceFacts,
  EvidenceSummary,
  MeasuredFact,
} from '@/lib/knowledge/evidence/types'
import { findingsOf } from './rules'
import type { InitiativeIndicatorView, MeasurementDesign, MeasurementView } from './types'

const NOTHING_ELSE: Omit<EvidenceFacts, 'measurements'> = {
  hasProblem: false,
  hasTargetGroup: false,
  hasApproach: false,
  hasExperience: false,
  hasTheoryOfChange: false,
  hasSources: false,
  hasBaseline: false,
  region: null,
  children: [],
  lastMeasuredOn: null,
}

const factOf = (resultType: string, row: MeasurementView): MeasuredFact => ({
  resultType,
  n: row.n,
  dated: row.measuredOn !== null || row.periodEnd !== null,
  design: row.design,
  comparisonN: row.comparisonNumerator === null ? null : row.comparisonN,
  independent: row.independent,
  hasSource: row.sourceTitle !== '',
  hasPublication: row.sourceUrl !== null || row.file !== null,
})

type OwnEvidence = EvidenceSummary & Pick<ComputedLevel, 'decidedBy'>

/** The evidence that one measurement gives by itself; null for what is no change for people. */
export function ownEvidence(
  indicator: InitiativeIndicatorView,
  measurement: MeasurementView,
): OwnEvidence | null {
  const findings = findingsOf([{ ...indicator, measurements: [measurement] }])
  if (findings.length === 0) return null
  const { rank, decidedBy } = computeLevel({
    ...NOTHING_ELSE,
    measurements: [factOf(indicator.resultType.slug, measurement)],
  })
  return { rank, decidedBy, ...directionAndSize(findings) }
}

/** The rank that a design gives at most: with enough people, a source, and strangers who measured. */
export function bestRankOf(design: MeasurementDesign): number {
  return computeLevel({
    ...NOTHING_ELSE,
    measurements: [
      {
        resultType: 'outcome',
        n: MIN_PEOPLE_TO_SHOW,
        comparisonN: MIN_PEOPLE_TO_SHOW,
        dated: true,
        design,
        independent: true,
        hasSource: true,
        hasPublication: true,
      },
    ],
  }).rank
}
