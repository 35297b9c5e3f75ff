import 'server-only'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import type { Invited } from '@/lib/judgement/panels/data'
import type { Round } from '@/lib/judgement/panels/types'
import { db } from '@/lib/base/db/db'
import { isSlug } from '@/lib/base/text/text'
import type {
  AssessableInitiative,
  AssessmentKind,
  AssessmentTarget,
  OwnAssessment,
  ScoreChoice,
} from './types'
import { countAssessors, listOwnStates, MAX_INITIATIVES } from './data'

const targetSelect = {
  id: true,
  slug: true,
  organisationId: true,
  organisation: { select: actingRegionFields },
  publishedRevision: {
    select: { id: true, number: true, title: true, regions: { select: { regionId: true } } },
  },
} as const

interface TargetRow {
  id: string
  slug: string
  organisationId: string
  organisation: { regionId: string | null; alsoRegions: { regionId: string }[] }
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
    regionIds: [...tagged, ...actingRegionsOf(organisation)],
  }
}

/** The published initiative for the policy, or null. */
export async function getAssessmentTarget(slug: string): Promise<AssessmentTarget | null> {
  if (!isSlug(slug)) return null
  const row = await db.initiative.findUnique({ where: { slug }, select: targetSelect })
  return row && toTarget(row)
}

/** The same for these initiatives, or all published ones; newest first. */
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

/** Open work: requested first, then started, then those with fewest assessments. */
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

/** The latest round in which someone handed in a panel judgement; null when there is none. */
export async function getLastJudgedRound(
  assessorId: string,
  initiativeId: string,
): Promise<number | null> {
  const row = await db.assessment.findFirst({
    where: { assessorId, initiativeId, kind: 'panel', status: 'submitted' },
    select: { round: true },
    orderBy: { round: 'desc' },
  })
  return row?.round ?? null
}

/** One's own assessment in this round (for a self-score: of this version), or null. */
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

/** The owner and current answer for a score of an ended round; null otherwise. */
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
