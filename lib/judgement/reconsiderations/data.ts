import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { MEASURED_CRITERIA } from './rules'
import type { Reconsideration, ReconsiderationCount } from './types'

const MAX_WAITING = 100

interface Waiting {
  id: string
  slug: string
  title: string
  askedAt: Date
}

/** What this person was asked and did not answer yet, oldest first; not what they judged anew since. */
export async function listWaitingReconsiderations(assessorId: string): Promise<Waiting[]> {
  return db.$queryRaw<Waiting[]>`
    SELECT q.id::text, i.slug, r.title, q.created_at AS "askedAt"
    FROM reconsideration q
      JOIN measurement m ON m.id = q.measurement_id
      JOIN initiative_indicator n ON n.id = m.indicator_id
      JOIN initiative i ON i.id = n.initiative_id
      JOIN initiative_revision r ON r.id = i.published_revision_id
    WHERE q.assessor_id = ${assessorId}::uuid
      AND q.answered_at IS NULL
      AND NOT EXISTS (
        SELECT FROM assessment a
        WHERE a.initiative_id = i.id
          AND a.assessor_id = q.assessor_id
          AND a.kind = 'panel'
          AND a.submitted_at > q.created_at
      )
    ORDER BY q.created_at, q.id
    LIMIT ${MAX_WAITING}
  `
}

const requestSelect = {
  id: true,
  assessorId: true,
  measurementId: true,
  answer: true,
  reason: true,
  createdAt: true,
  measurement: {
    select: {
      indicator: {
        select: {
          initiative: {
            select: {
              id: true,
              slug: true,
              organisationId: true,
              publishedRevision: { select: { title: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.ReconsiderationSelect

/** The latest judgement of this person of before the request, on what a measurement bears on. */
async function listOwnScores(
  initiativeId: string,
  { assessorId, createdAt }: { assessorId: string; createdAt: Date },
): Promise<Reconsideration['scores']> {
  const rows = await db.assessmentScore.findMany({
    where: {
      criterion: { slug: { in: [...MEASURED_CRITERIA] } },
      assessment: {
        initiativeId,
        assessorId,
        kind: 'panel',
        status: 'submitted',
        submittedAt: { lte: createdAt },
      },
    },
    select: {
      score: true,
      reason: true,
      criterion: { select: { labelNl: true, labelEn: true } },
    },
    orderBy: [{ assessment: { submittedAt: 'desc' } }, { criterion: { number: 'asc' } }],
    take: MEASURED_CRITERIA.length,
  })
  return rows.map(({ criterion, score, reason }) => ({ ...criterion, score, reason }))
}

/** A request with the judgement that it is about; null when unknown or no longer public. */
export async function getReconsideration(id: string): Promise<Reconsideration | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.reconsideration.findFirst({
    where: {
      id,
      measurement: { indicator: { initiative: { publishedRevisionId: { not: null } } } },
    },
    select: requestSelect,
    orderBy: { id: 'asc' },
  })
  const initiative = row?.measurement.indicator.initiative
  if (!row || !initiative?.publishedRevision) return null
  return {
    id: row.id,
    assessorId: row.assessorId,
    measurementId: row.measurementId,
    initiativeId: initiative.id,
    slug: initiative.slug,
    title: initiative.publishedRevision.title,
    organisationId: initiative.organisationId,
    askedAt: row.createdAt,
    answer: row.answer,
    reason: row.reason,
    scores: await listOwnScores(initiative.id, row),
  }
}

const countRow = z.object({ asked: z.number(), stands: z.number(), again: z.number() })

/**
 * How many assessors were asked to look again and what they said. Nothing while a round is open:
 * it would tell who handed in already. Null when nobody was asked.
 */
export async function countReconsiderations(
  initiativeId: string,
): Promise<ReconsiderationCount | null> {
  const rows = z.array(countRow).parse(
    await db.$queryRaw`
      SELECT count(DISTINCT q.assessor_id)::int AS asked,
        count(DISTINCT q.assessor_id) FILTER (WHERE q.answer = 'stands')::int AS stands,
        count(DISTINCT q.assessor_id) FILTER (WHERE q.answer = 'again')::int AS again
      FROM reconsideration q
        JOIN measurement m ON m.id = q.measurement_id
        JOIN initiative_indicator n ON n.id = m.indicator_id
      WHERE n.initiative_id = ${initiativeId}::uuid
        AND NOT EXISTS (
          SELECT FROM assessment_round o
          WHERE o.initiative_id = n.initiative_id AND o.status = 'open'
        )
        AND NOT EXISTS (
          SELECT FROM assessment a
          WHERE a.initiative_id = n.initiative_id
            AND a.assessor_id = q.assessor_id
            AND a.kind = 'panel'
            AND a.submitted_at > q.created_at
        )
    `,
  )
  const [count] = rows
  return count && count.asked > 0 ? count : null
}
