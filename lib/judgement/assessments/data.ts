import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { buildHistory, buildProfile } from './rules'
import type {
  AssessmentKind,
  AssessmentTarget,
  CriterionProfile,
  CriterionView,
  RoundProfile,
  SubmittedAssessment,
} from './types'

const MAX_CRITERIA = 20
export const MAX_INITIATIVES = 500
const MAX_ASSESSMENTS = 5_000

/** The seven criteria in report order. */
export async function listCriteria(client: Transaction | typeof db = db): Promise<CriterionView[]> {
  return client.criterion.findMany({
    select: {
      slug: true,
      number: true,
      labelNl: true,
      labelEn: true,
      definitionNl: true,
      definitionEn: true,
      guidingQuestionsNl: true,
      guidingQuestionsEn: true,
      anchorsNl: true,
      anchorsEn: true,
      notRatableWhenNl: true,
      notRatableWhenEn: true,
    },
    orderBy: { number: 'asc' },
    take: MAX_CRITERIA,
  })
}

const SUBMITTED = {
  id: true,
  initiativeId: true,
  kind: true,
  round: true,
  assessorId: true,
  constituency: true,
  submittedAt: true,
  isExample: true,
  regionId: true,
  organisation: { select: { name: true } },
  region: { select: { name: true } },
  revision: { select: { number: true } },
  panelRound: { select: { kind: true } },
  scores: {
    select: {
      score: true,
      reason: true,
      criterion: { select: { slug: true } },
      replies: {
        select: { text: true, version: true, createdAt: true },
        orderBy: { version: 'desc' },
        take: 1,
      },
    },
  },
} satisfies Prisma.AssessmentSelect

type SubmittedRow = Prisma.AssessmentGetPayload<{ select: typeof SUBMITTED }>

const toScore = ({
  criterion,
  score,
  reason,
  replies: [reply],
}: SubmittedRow['scores'][number]) => ({
  criterion: criterion.slug,
  score,
  reason,
  reply: reply
    ? { text: reply.text, version: reply.version, at: reply.createdAt.toISOString() }
    : null,
})

async function listSubmittedAssessments(
  initiativeIds: readonly string[],
  client: Transaction | typeof db,
  openToo: boolean,
): Promise<SubmittedAssessment[]> {
  const rows = await client.assessment.findMany({
    where: {
      initiativeId: { in: [...initiativeIds] },
      status: 'submitted',
      initiative: { publishedRevisionId: { not: null } },
      ...(openToo ? {} : { OR: [{ kind: 'self' }, { panelRound: { status: 'closed' } }] }),
    },
    select: SUBMITTED,
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: MAX_ASSESSMENTS,
  })
  return rows.flatMap(
    ({ organisation, region, revision, submittedAt, scores, panelRound, ...row }) =>
      submittedAt === null
        ? []
        : [
            {
              ...row,
              secondLook: panelRound?.kind === 'second_look',
              organisationName: organisation.name,
              regionName: region?.name ?? null,
              revisionNumber: revision.number,
              submittedAt: submittedAt.toISOString(),
              scores: scores.map(toScore),
            },
          ],
  )
}

/** Criteria profiles by initiative id; empty when nobody judged. */
export async function listCriteriaProfiles(
  initiativeIds: readonly string[],
  client: Transaction | typeof db = db,
): Promise<Map<string, CriterionProfile[]>> {
  const criteria = await listCriteria(client)
  const assessments = await listSubmittedAssessments(initiativeIds, client, false)
  return new Map(
    initiativeIds.map((id) => [
      id,
      buildProfile(
        criteria,
        assessments.filter(({ initiativeId }) => initiativeId === id),
      ),
    ]),
  )
}

/** Profile and rounds of an initiative. `openToo`: the open round, for its assessors only. */
export async function getJudgement(
  initiativeId: string,
  openToo: boolean,
): Promise<{ profile: CriterionProfile[]; history: RoundProfile[] }> {
  const [criteria, assessments] = await Promise.all([
    listCriteria(),
    listSubmittedAssessments([initiativeId], db, openToo),
  ])
  return {
    profile: buildProfile(criteria, assessments),
    history: buildHistory(criteria, assessments),
  }
}

/** Panel medians in report order; null for incomplete panels. */
export async function listMedians(
  initiativeIds: readonly string[],
  client: Transaction | typeof db,
): Promise<Map<string, (number | null)[]>> {
  const profiles = await listCriteriaProfiles(initiativeIds, client)
  return new Map(
    [...profiles].map(([id, profile]) => [
      id,
      profile.map(({ median, provisional }) => (provisional ? null : median)),
    ]),
  )
}

/** Which of these this person judged: in the open round, or for a self-score this version. */
export async function listOwnStates(
  assessorId: string,
  targets: readonly Pick<AssessmentTarget, 'initiativeId' | 'revisionNumber'>[],
  kind: AssessmentKind,
): Promise<Map<string, 'draft' | 'submitted'>> {
  const rows = await db.assessment.findMany({
    where: {
      assessorId,
      kind,
      initiativeId: { in: targets.map(({ initiativeId }) => initiativeId) },
      ...(kind === 'panel' && { panelRound: { status: 'open' } }),
    },
    select: { initiativeId: true, status: true, round: true },
    orderBy: { id: 'asc' },
    take: MAX_INITIATIVES,
  })
  const numbers = new Map(
    targets.map(({ initiativeId, revisionNumber }) => [initiativeId, revisionNumber]),
  )
  return new Map(
    rows
      .filter(({ initiativeId, round }) => kind === 'panel' || round === numbers.get(initiativeId))
      .map(({ initiativeId, status }) => [initiativeId, status]),
  )
}

/** Submitted assessments per round. */
export async function countAssessors(
  roundIds: readonly string[],
): Promise<Map<string | null, number>> {
  const rows = await db.assessment.groupBy({
    by: ['roundId'],
    where: { roundId: { in: [...roundIds] }, status: 'submitted' },
    _count: { _all: true },
    orderBy: { roundId: 'asc' },
  })
  return new Map(rows.map(({ roundId, _count }) => [roundId, _count._all]))
}
