import 'server-only'
import { z } from 'zod'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { askedEmail, MEASURED_CRITERIA, wantedEmail } from './rules'
import type { Reconsideration, ReconsiderationAnswer } from './types'

const askedRow = z.object({
  id: z.string(),
  assessorId: z.string(),
  slug: z.string(),
  title: z.string(),
})

/**
 * Asks everyone who scored whether a public initiative is proven or effective to look again, in the
 * transaction of a new measurement of an outcome. A correction is the same measurement: nobody is
 * asked twice for it. Returns how many were asked.
 */
export async function askToReconsider(
  tx: Transaction,
  { measurementId, actorId }: { measurementId: string; actorId: string },
): Promise<number> {
  const asked = z.array(askedRow).parse(
    await tx.$queryRaw`
      WITH RECURSIVE
        row_of AS (
          SELECT id, supersedes_id, indicator_id
          FROM measurement
          WHERE id = ${measurementId}::uuid
          UNION
          SELECT m.id, m.supersedes_id, m.indicator_id
          FROM row_of w
            JOIN measurement m ON m.id = w.supersedes_id
        ),
        asking AS (
          SELECT DISTINCT w.id AS measurement_id, a.assessor_id, i.slug, r.title
          FROM row_of w
            JOIN initiative_indicator n ON n.id = w.indicator_id
            JOIN term t ON t.id = n.result_type_id AND t.slug IN ('outcome', 'impact')
            JOIN initiative i ON i.id = n.initiative_id
            JOIN initiative_revision r ON r.id = i.published_revision_id
            JOIN assessment a ON a.initiative_id = i.id AND a.kind = 'panel' AND a.status = 'submitted'
            JOIN assessment_score s ON s.assessment_id = a.id
            JOIN criterion c ON c.id = s.criterion_id AND c.slug = ANY (${[...MEASURED_CRITERIA]}::text[])
            JOIN app_user u ON u.id = a.assessor_id AND u.disabled_at IS NULL
          WHERE w.supersedes_id IS NULL
            AND a.assessor_id <> ${actorId}::uuid
        ),
        made AS (
          INSERT INTO reconsideration (id, measurement_id, assessor_id)
          SELECT gen_random_uuid(), measurement_id, assessor_id
          FROM asking
          ON CONFLICT (measurement_id, assessor_id) DO NOTHING
          RETURNING id, assessor_id
        )
      SELECT made.id::text, made.assessor_id::text AS "assessorId", asking.slug, asking.title
      FROM made
        JOIN asking USING (assessor_id)
      ORDER BY made.assessor_id
    `,
  )
  for (const { id, assessorId, title } of asked)
    await notifyPeople(
      tx,
      {
        kind: 'reconsider-asked',
        key: id,
        title,
        path: pagePath('/workspace/reconsiderations/[id]', { id }),
        mail: askedEmail(title),
      },
      { people: [assessorId], subjects: [], actorId },
    )
  return asked.length
}

/** Tells the owner, who may ask for a new round; once per assessor and measurement. */
async function tellWanted(
  tx: Transaction,
  { id, initiativeId, organisationId, title }: Reconsideration,
  { actorId, reason }: { actorId: string; reason: string },
): Promise<void> {
  const people = await tx.membership.findMany({
    where: { organisationId, role: { in: ['editor', 'manager'] } },
    select: { userId: true },
    orderBy: { userId: 'asc' },
    take: 500,
  })
  await notifyPeople(
    tx,
    {
      kind: 'reconsider-wanted',
      key: id,
      title,
      note: reason,
      path: pagePath('/workspace/initiatives/[id]/panel', { id: initiativeId }),
      mail: wantedEmail(title),
    },
    { people: people.map(({ userId }) => userId), subjects: [], actorId },
  )
}

/** Saves the answer of an assessor, once. False when it was answered already. */
export async function saveReconsideration(
  request: Reconsideration,
  answer: { answer: ReconsiderationAnswer; reason: string; actorId: string },
): Promise<boolean> {
  const { actorId, ...data } = answer
  return db.$transaction(async (tx) => {
    const { count } = await tx.reconsideration.updateMany({
      where: { id: request.id, assessorId: actorId, answeredAt: null },
      data: { ...data, answeredAt: new Date() },
    })
    if (count === 0) return false
    if (data.answer === 'again') await tellWanted(tx, request, { actorId, reason: data.reason })
    await saveAuditEvent(tx, {
      actorId,
      action: 'reconsideration.answer',
      objectType: 'reconsideration',
      objectId: request.id,
      detail: { initiativeId: request.initiativeId, measurementId: request.measurementId },
    })
    return true
  })
}
