/**
 * The latest round counts per initiative. Alpha is reliable from 0.800, with care from 0.667 (K.
 * Krippendorff, Content Analysis, 2004, p. 241).
 * Source: docs/model.md, "Rating model", rules 3 and 4.
 */
import { isDivided, isProvisional } from '@/lib/judgement/assessments/rules'
import type { EvidenceCount } from '@/lib/knowledge/evidence/direction.rules'
import { alphaWithInterval } from '@/lib/base/inference/rules'
import type { Agreement, CriterionDistribution, MethodFigures, PanelAssessment } from './types'

export const HIGH_AGREEMENT = 0.8
export const FAIR_AGREEMENT = 0.667
const POINTS = [1, 2, 3, 4, 5] as const

/** How far an alpha can be relied on. */
export function agreementOf(alpha: number): Agreement {
  if (alpha >= HIGH_AGREEMENT) return 'high'
  return alpha >= FAIR_AGREEMENT ? 'fair' : 'low'
}

function latestRounds(assessments: readonly PanelAssessment[]): PanelAssessment[][] {
  const groups = new Map<string, PanelAssessment[]>()
  for (const one of assessments) {
    const group = groups.get(one.initiativeId) ?? []
    const round = group[0]?.round ?? 0
    if (one.round > round) groups.set(one.initiativeId, [one])
    else if (one.round === round) group.push(one)
  }
  return [...groups.values()]
}

interface Line {
  criterion: string
  scores: number[]
  provisional: boolean
}

function linesOf(panel: readonly PanelAssessment[], criteria: readonly string[]): Line[] {
  return criteria.map((criterion) => {
    const given = panel.flatMap(({ regionId, scores }) =>
      scores.flatMap((one) =>
        one.criterion === criterion && one.score !== null ? [{ score: one.score, regionId }] : [],
      ),
    )
    return {
      criterion,
      scores: given.map(({ score }) => score),
      provisional: isProvisional(given.map(({ regionId }) => regionId)),
    }
  })
}

function distributionOf(
  criterion: string,
  assessments: readonly PanelAssessment[],
): CriterionDistribution {
  const scores = assessments.flatMap((one) =>
    one.scores.filter((score) => score.criterion === criterion).map(({ score }) => score),
  )
  return {
    criterion,
    counts: POINTS.map((point) => scores.filter((score) => score === point).length),
    cannotJudge: scores.filter((score) => score === null).length,
  }
}

/** The figures of the method page. */
export function methodFigures(
  assessments: readonly PanelAssessment[],
  criteria: readonly string[],
  evidence: readonly EvidenceCount[],
): MethodFigures {
  const panels = latestRounds(assessments)
  const used = panels.flat()
  const groups = panels.map((panel) => linesOf(panel, criteria))
  const full = groups.flat().filter((line) => !line.provisional)
  const found = alphaWithInterval(
    groups.map((lines) => lines.map(({ scores }) => scores)),
    'ordinal',
  )
  return {
    initiatives: evidence.reduce((sum, { count }) => sum + count, 0),
    judged: panels.length,
    panels: panels.filter((panel) => !isProvisional(panel.map(({ regionId }) => regionId))).length,
    assessors: new Set(used.map(({ assessorId }) => assessorId)).size,
    regions: new Set(used.flatMap(({ regionId }) => regionId ?? [])).size,
    examples: used.filter(({ isExample }) => isExample).length,
    lines: full.length,
    divided: full.filter(({ scores }) => isDivided(scores)).length,
    distributions: criteria.map((criterion) => distributionOf(criterion, used)),
    alpha: found && {
      value: found.alpha,
      interval: found.interval,
      agreement: agreementOf(found.alpha),
    },
    evidence: [...evidence],
  }
}
