import 'server-only'
import type { Invited } from '@/lib/judgement/panels/data'
import type { Round } from '@/lib/judgement/panels/types'
import { db, type Transaction } from '@/lib/base/db/db'
import { isSlug } from '@/lib/base/text/text'
import { buildHistory, buildProfile } from './rules'
import type {
  AssessableInitiative,
  AssessmentKind,
  AssessmentTarget,
  CriterionProfile,
  CriterionView,
  OwnAssessment,
  RoundProfile,
  ScoreChoice,
  SubmittedAssessment,
} from './types'

const MAX_CRITERIA = 20
const MAX_INITIATIVES = 500
const MAX_ASSESSMENTS = 5_000

/** The seven criteria in the order of the report. */
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

/** Submitted assessments of published initiatives, oldest first; no name of a person leaves here. Those of an open round only when asked for. */
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
    select: {
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
    },
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
              scores: scores.map(({ criterion, score, reason, replies: [reply] }) => ({
                criterion: criterion.slug,
                score,
                reason,
                reply: reply
                  ? { text: reply.text, version: reply.version, at: reply.createdAt.toISOString() }
                  : null,
              })),
            },
          ],
  )
}

/** The criteria profiles of these initiatives by id; each id has one, empty when nobody judged. Reads inside a transaction when one is given. */
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

/** The profile of one initiative with its rounds. With `openToo` also what is said in a round that is open: only for who handed in there. */
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

/** Medians of the panel per criterion in the order of the report; null where fewer judged than a panel needs. */
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

const targetSelect = {
  id: true,
  slug: true,
  organisationId: true,
  organisation: { select: { regionId: true } },
  publishedRevision: {
    select: { id: true, number: true, title: true, regions: { select: { regionId: true } } },
  },
} as const

interface TargetRow {
  id: string
  slug: string
  organisationId: string
  organisation: { regionId: string | null }
  publishedRevision: {
    id: string
    number: number
    title: string
    regions: { regionId: string }[]
  } | null
}

function toTarget({
  id,
  slug,
  organisationId,
  organisation,
  publishedRevision,
}: TargetRow): AssessmentTarget | null {
  if (!publishedRevision) return null
  const tagged = publishedRevision.regions.map(({ regionId }) => regionId)
  return {
    initiativeId: id,
    slug,
    organisationId,
    title: publishedRevision.title,
    revisionId: publishedRevision.id,
    revisionNumber: publishedRevision.number,
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
export async function listAssessmentTargets(
  initiativeIds?: readonly string[],
): Promise<AssessmentTarget[]> {
  const rows = await db.initiative.findMany({
    where: {
      publishedRevisionId: { not: null },
      ...(initiativeIds && { id: { in: [...initiativeIds] } }),
    },
    select: targetSelect,
    orderBy: [{ firstPublishedAt: 'desc' }, { id: 'asc' }],
    take: MAX_INITIATIVES,
  })
  return rows.flatMap((row) => toTarget(row) ?? [])
}

/** Which of these initiatives this person judged, by id: for a panel in the round that is open, for a self-score on the version that stands now. */
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

/** How many assessors handed in, by round. */
async function countAssessors(roundIds: readonly string[]): Promise<Map<string | null, number>> {
  const rows = await db.assessment.groupBy({
    by: ['roundId'],
    where: { roundId: { in: [...roundIds] }, status: 'submitted' },
    _count: { _all: true },
    orderBy: { roundId: 'asc' },
  })
  return new Map(rows.map(({ roundId, _count }) => [roundId, _count._all]))
}

/** These targets as work for one assessor: asked first, then begun, then those that fewest others judged. Handed in ones are left out. */
export async function toAssessable(
  assessorId: string,
  targets: readonly AssessmentTarget[],
  rounds: ReadonlyMap<string, Round>,
  invited: ReadonlyMap<string, Invited>,
): Promise<AssessableInitiative[]> {
  const [states, counts] = await Promise.all([
    listOwnStates(assessorId, targets, 'panel'),
    countAssessors([...rounds.values()].map(({ id }) => id)),
  ])
  return targets
    .flatMap(({ initiativeId, slug, title }): AssessableInitiative[] => {
      const round = rounds.get(initiativeId)
      const asked = invited.get(initiativeId)?.state ?? null
      if (!round || states.get(initiativeId) === 'submitted' || asked === 'declined') return []
      return [
        {
          initiativeId,
          slug,
          title,
          started: states.get(initiativeId) === 'draft',
          assessors: counts.get(round.id) ?? 0,
          invited: asked !== null,
          deadline: round.deadline,
        },
      ]
    })
    .sort(
      (a, b) =>
        Number(b.invited) - Number(a.invited) ||
        Number(b.started) - Number(a.started) ||
        a.assessors - b.assessors,
    )
}

const choice = (score: number | null, cannotJudge: boolean): ScoreChoice => {
  const known = (['1', '2', '3', '4', '5'] as const).find((text) => text === String(score))
  return cannotJudge ? 'cannot' : (known ?? '')
}

/** One's own assessment of an initiative in this round (for a self-score: on this version), or null. */
export async function getOwnAssessment(
  assessorId: string,
  initiativeId: string,
  kind: AssessmentKind,
  round: number,
): Promise<OwnAssessment | null> {
  const row = await db.assessment.findUnique({
    where: { initiativeId_assessorId_kind_round: { initiativeId, assessorId, kind, round } },
    select: {
      id: true,
      version: true,
      submittedAt: true,
      constituency: true,
      updatedAt: true,
      scores: {
        select: {
          score: true,
          cannotJudge: true,
          reason: true,
          criterion: { select: { slug: true } },
        },
      },
    },
  })
  return (
    row && {
      ...row,
      scores: row.scores.map(({ score, cannotJudge, reason, criterion }) => ({
        criterion: criterion.slug,
        score: choice(score, cannotJudge),
        reason,
      })),
    }
  )
}

export interface ReplyTarget {
  initiativeId: string
  organisationId: string
  text: string
  version: number
}

/** The owner of what was judged with the answer that stands now, for a score of a round that has ended; null otherwise. */
export async function getReplyTarget(
  assessmentId: string,
  criterion: string,
): Promise<ReplyTarget | null> {
  const row = await db.assessment.findFirst({
    where: {
      id: assessmentId,
      kind: 'panel',
      status: 'submitted',
      panelRound: { status: 'closed' },
      initiative: { publishedRevisionId: { not: null } },
      scores: { some: { criterion: { slug: criterion } } },
    },
    select: {
      initiativeId: true,
      initiative: { select: { organisationId: true } },
      scores: {
        where: { criterion: { slug: criterion } },
        select: {
          replies: { select: { text: true, version: true }, orderBy: { version: 'desc' }, take: 1 },
        },
        take: 1,
      },
    },
    orderBy: { id: 'asc' },
  })
  const reply = row?.scores[0]?.replies[0]
  return (
    row && {
      initiativeId: row.initiativeId,
      organisationId: row.initiative.organisationId,
      text: reply?.text ?? '',
      version: reply?.version ?? 0,
    }
  )
}
