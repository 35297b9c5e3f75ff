import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { isUniqueViolation } from '@/lib/base/runtime/errors'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { notifyPeople } from '@/lib/people/follows/mutations'

/** Tells whoever entered the measurement and who follows the initiative; once a day. */
async function tellReplied(
  tx: Transaction,
  { measurementId, actorId }: { measurementId: string; actorId: string },
): Promise<void> {
  const { createdById, indicator } = await tx.measurement.findUniqueOrThrow({
    where: { id: measurementId },
    select: {
      createdById: true,
      indicator: {
        select: {
          initiative: {
            select: { id: true, slug: true, publishedRevision: { select: { title: true } } },
          },
        },
      },
    },
  })
  const { id, slug, publishedRevision } = indicator.initiative
  if (!publishedRevision) return
  await notifyPeople(
    tx,
    {
      kind: 'measurement-answered',
      key: `${measurementId}:${todayInNetherlands(new Date())}`,
      title: publishedRevision.title,
      path: pagePath('/initiatives/[slug]/measurements/[id]', { slug, id: measurementId }),
    },
    {
      people: createdById === null ? [] : [createdById],
      subjects: [{ type: 'initiative', id }],
      actorId,
    },
  )
}

export interface ReplyInput extends Sender {
  measurementId: string
  initiativeId: string
  organisationId: string
  text: string
  /** Of the answer that was shown; zero for none. */
  version: number
}

/** Saves the owner's answer to a measurement as a new version. 'conflict' when another was first. */
export async function saveMeasurementReply({
  measurementId,
  initiativeId,
  organisationId,
  actorId,
  submission,
  text,
  version,
}: ReplyInput): Promise<number | 'conflict'> {
  try {
    return await once(
      { actorId, submission },
      async (tx) => {
        const last = await tx.measurementReply.findFirst({
          where: { measurementId },
          select: { version: true },
          orderBy: { version: 'desc' },
        })
        if ((last?.version ?? 0) !== version) return 'conflict' as const
        const { id } = await tx.measurementReply.create({
          data: {
            measurementId,
            organisationId,
            authorId: actorId,
            text,
            version: version + 1,
          },
          select: { id: true },
        })
        await tellReplied(tx, { measurementId, actorId })
        await saveAuditEvent(tx, {
          actorId,
          action: 'measurement.reply',
          objectType: 'measurement_reply',
          objectId: id,
          detail: { measurementId, initiativeId, version: version + 1 },
        })
        return version + 1
      },
      { refusals: ['conflict'] },
    )
  } catch (error) {
    if (isUniqueViolation(error)) return 'conflict'
    throw error
  }
}
