import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { type SentFile, toStoredFile } from '@/lib/base/http/sent-file'
import { type Change, hold } from './mutations'

/** Adds a link or a file. */
export async function saveMaterial({
  id,
  actorId,
  submission,
  title,
  from,
}: Sender & {
  id: string
  title: string
  from: { url: string } | { file: SentFile }
}): Promise<void> {
  await once({ actorId, submission }, async (tx) => {
    await tx.meetingMaterial.create({
      data: {
        meetingId: id,
        title,
        ...('url' in from
          ? { url: from.url }
          : { file: { create: toStoredFile(from.file, 'bijeenkomst') } }),
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'meeting.material',
      objectType: 'meeting',
      objectId: id,
      detail: { file: 'file' in from ? from.file.kind : null },
    })
  })
}

/** Removes a material or a credit. NOT_FOUND for one of another meeting. */
export async function deletePart(
  part: 'material' | 'credit',
  { id, partId, actorId }: { id: string; partId: string; actorId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: partId, meetingId: id }
    const { count } =
      part === 'material'
        ? await tx.meetingMaterial.deleteMany({ where })
        : await tx.meetingCredit.deleteMany({ where })
    if (count === 0) throw new AppError('NOT_FOUND')
    await saveAuditEvent(tx, {
      actorId,
      action: `meeting.${part}.delete`,
      objectType: 'meeting',
      objectId: id,
      detail: { partId },
    })
  })
}

/** Saves the outcome of a meeting, or 'conflict'. */
export async function saveMeetingOutcome({
  id,
  version,
  actorId,
  outcome,
}: Change & { outcome: string }): Promise<'conflict' | null> {
  return db.$transaction(async (tx) => {
    const row = await hold(tx, id)
    if (row.version !== version) return 'conflict'
    await tx.meeting.update({
      where: { id },
      data: { outcome, version: version + 1 },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'meeting.outcome',
      objectType: 'meeting',
      objectId: id,
    })
    return null
  })
}

/** Credits an adoption from the agenda, or a contact as text; idempotent. INVALID: not on it. */
export async function saveCredit({
  id,
  actorId,
  submission,
  adoptionId,
  text,
}: Sender & { id: string; adoptionId: string | null; text: string }): Promise<void> {
  await once({ actorId, submission }, async (tx) => {
    await hold(tx, id)
    if (adoptionId !== null) {
      if (
        (await tx.adoption.count({
          where: {
            id: adoptionId,
            initiative: {
              publishedRevisionId: { not: null },
              meetings: { some: { meetingId: id } },
            },
          },
        })) === 0
      )
        throw new AppError('INVALID')
      if ((await tx.meetingCredit.count({ where: { meetingId: id, adoptionId } })) > 0) return
    }
    await tx.meetingCredit.create({
      data: { meetingId: id, adoptionId, text },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'meeting.credit',
      objectType: 'meeting',
      objectId: id,
      detail: { adoptionId },
    })
  })
}
