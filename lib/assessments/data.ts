import 'server-only'
import { db, type Transaction } from '@/lib/platform/db'
import { isSlug } from '@/lib/platform/text'
import { buildProfile } from './rules'
import type {
  AssessableInitiative, AssessmentKind, AssessmentTarget, CriterionProfile, CriterionView, OwnAssessment, ScoreChoice, SubmittedAssessment,
} from './types'

const MAX_CRITERIA = 20
const MAX_INITIATIVES = 500
const MAX_ASSESSMENTS = 5_000
/** The round that is open. A second round will be opened by a moderator; until then everyone judges in the first. */
export const ROUND = 1

/** The seven criteria in the order of the report. */
export async function listCriteria(client: Transaction | typeof db = db): Promise<CriterionView[]> {
  return client.criterion.findMany({
    select: {
      slug: true, number: true, labelNl: true, labelEn: true, definitionNl: true, definitionEn: true, guidingQuestionsNl: true, guidingQuestionsEn: true,
      anchorsNl: true, anchorsEn: true, notRatableWhenNl: true, notRatableWhenEn: true,
    },
    orderBy: { number: 'asc' },
    take: MAX_CRITERIA,
  })
}

/** Submitted assessments of published initiatives, oldest first; no name of a person leaves here. */
async function listSubmittedAssessments(initiativeIds: readonly string[], client: Transaction | typeof db): Promise<SubmittedAssessment[]> {
  const rows = await client.assessment.findMany({
    where: { initiativeId: { in: [...initiativeIds] }, status: 'submitted', initiative: { publishedRevisionId: { not: null } } },
    select: {
      initiativeId: true, kind: true, round: true, constituency: true, submittedAt: true, isExample: true, regionId: true,
      organisation: { select: { name: true } }, region: { select: { name: true } }, revision: { select: { number: true } },
      scores: { select: { score: true, reason: true, criterion: { select: { slug: true } } } },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: MAX_ASSESSMENTS,
  })
  return rows.flatMap(({ organisation, region, revision, submittedAt, scores, ...row }) =>
    submittedAt === null ? [] : [{
      ...row, organisationName: organisation.name, regionName: region?.name ?? null, revisionNumber: revision.number, submittedAt: submittedAt.toISOString(),
      scores: scores.map(({ criterion, score, reason }) => ({ criterion: criterion.slug, score, reason })),
    }],
  )
}

/** The criteria profiles of these initiatives by id; each id has one, empty when nobody judged. Reads inside a transaction when one is given. */
export async function listCriteriaProfiles(initiativeIds: readonly string[], client: Transaction | typeof db = db): Promise<Map<string, CriterionProfile[]>> {
  const criteria = await listCriteria(client)
  const assessments = await listSubmittedAssessments(initiativeIds, client)
  return new Map(initiativeIds.map((id) => [id, buildProfile(criteria, assessments.filter(({ initiativeId }) => initiativeId === id))]))
}

/** Medians of the panel per criterion in the order of the report; null where fewer judged than a panel needs. */
export async function listMedians(initiativeIds: readonly string[], client: Transaction | typeof db): Promise<Map<string, (number | null)[]>> {
  const profiles = await listCriteriaProfiles(initiativeIds, client)
  return new Map([...profiles].map(([id, profile]) => [id, profile.map(({ median, provisional }) => (provisional ? null : median))]))
}

const targetSelect = {
  id: true, slug: true, organisationId: true, organisation: { select: { regionId: true } },
  publishedRevision: { select: { id: true, number: true, title: true, regions: { select: { regionId: true } } } },
} as const

interface TargetRow {
  id: string
  slug: string
  organisationId: string
  organisation: { regionId: string | null }
  publishedRevision: { id: string; number: number; title: string; regions: { regionId: string }[] } | null
}

function toTarget({ id, slug, organisationId, organisation, publishedRevision }: TargetRow): AssessmentTarget | null {
  if (!publishedRevision) return null
  const tagged = publishedRevision.regions.map(({ regionId }) => regionId)
  return {
    initiativeId: id, slug, organisationId, title: publishedRevision.title, revisionId: publishedRevision.id, revisionNumber: publishedRevision.number,
    regionIds: organisation.regionId === null ? tagged : [...tagged, organisation.regionId],
  }
}

/** The published initiative at this address as the policy needs it, or null. */
export async function getAssessmentTarget(slug: string): Promise<AssessmentTarget | null> {
  if (!isSlug(slug)) return null
  const row = await db.initiative.findUnique({ where: { slug }, select: targetSelect })
  return row && toTarget(row)
}

/** The same for these initiatives, or for all that are published; newest first. */
export async function listAssessmentTargets(initiativeIds?: readonly string[]): Promise<AssessmentTarget[]> {
  const rows = await db.initiative.findMany({
    where: { publishedRevisionId: { not: null }, ...(initiativeIds && { id: { in: [...initiativeIds] } }) },
    select: targetSelect,
    orderBy: [{ firstPublishedAt: 'desc' }, { id: 'asc' }],
    take: MAX_INITIATIVES,
  })
  return rows.flatMap((row) => toTarget(row) ?? [])
}

/** Which of these initiatives this person judged, by id: a draft or handed in. */
export async function listOwnStates(assessorId: string, initiativeIds: readonly string[], kind: AssessmentKind): Promise<Map<string, 'draft' | 'submitted'>> {
  const rows = await db.assessment.findMany({
    where: { assessorId, kind, round: ROUND, initiativeId: { in: [...initiativeIds] } },
    select: { initiativeId: true, status: true },
    orderBy: { id: 'asc' },
    take: MAX_INITIATIVES,
  })
  return new Map(rows.map(({ initiativeId, status }) => [initiativeId, status]))
}

/** How many assessors handed in a panel assessment, by initiative. */
async function countAssessors(initiativeIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.assessment.groupBy({
    by: ['initiativeId'],
    where: { initiativeId: { in: [...initiativeIds] }, kind: 'panel', status: 'submitted', round: ROUND },
    _count: { _all: true },
    orderBy: { initiativeId: 'asc' },
  })
  return new Map(rows.map(({ initiativeId, _count }) => [initiativeId, _count._all]))
}

/** These targets as work for one assessor: begun first, then those that fewest others judged. Handed in ones are left out. */
export async function toAssessable(assessorId: string, targets: readonly AssessmentTarget[]): Promise<AssessableInitiative[]> {
  const ids = targets.map(({ initiativeId }) => initiativeId)
  const [states, counts] = await Promise.all([listOwnStates(assessorId, ids, 'panel'), countAssessors(ids)])
  return targets
    .filter(({ initiativeId }) => states.get(initiativeId) !== 'submitted')
    .map(({ initiativeId, slug, title }) => ({ initiativeId, slug, title, started: states.get(initiativeId) === 'draft', assessors: counts.get(initiativeId) ?? 0 }))
    .sort((a, b) => Number(b.started) - Number(a.started) || a.assessors - b.assessors)
}

const choice = (score: number | null, cannotJudge: boolean): ScoreChoice => {
  const known = (['1', '2', '3', '4', '5'] as const).find((text) => text === String(score))
  return cannotJudge ? 'cannot' : (known ?? '')
}

/** One's own assessment of an initiative in the open round, or null. */
export async function getOwnAssessment(assessorId: string, initiativeId: string, kind: AssessmentKind): Promise<OwnAssessment | null> {
  const row = await db.assessment.findUnique({
    where: { initiativeId_assessorId_kind_round: { initiativeId, assessorId, kind, round: ROUND } },
    select: {
      id: true, version: true, submittedAt: true, constituency: true, updatedAt: true,
      scores: { select: { score: true, cannotJudge: true, reason: true, criterion: { select: { slug: true } } } },
    },
  })
  return row && { ...row, scores: row.scores.map(({ score, cannotJudge, reason, criterion }) => ({ criterion: criterion.slug, score: choice(score, cannotJudge), reason })) }
}
