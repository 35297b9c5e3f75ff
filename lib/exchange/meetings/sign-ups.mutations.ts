import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { hold } from './mutations'

/** Signs someone up; idempotent. 'full' without seats, WRONG_STATE when begun or cancelled. */
export async function saveSignUp(id: string, userId: string, now: Date): Promise<'full' | null> {
  return db.$transaction(async (tx) => {
    const row = await hold(tx, id)
    if (row.cancelledAt !== null || row.startsAt <= now) throw new AppError('WRONG_STATE')
    if ((await tx.meetingParticipant.count({ where: { meetingId: id, userId } })) > 0) return null
    if (
      row.seats !== null &&
      (await tx.meetingParticipant.count({ where: { meetingId: id } })) >= row.seats
    )
      return 'full'
    await tx.meetingParticipant.create({
      data: { meetingId: id, userId },
      select: { userId: true },
    })
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'meeting.signUp',
      objectType: 'meeting',
      objectId: id,
    })
    return null
  })
}

/** Withdraws someone. Idempotent. */
export async function deleteSignUp(id: string, userId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.meetingParticipant.deleteMany({ where: { meetingId: id, userId } })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId: userId,
        action: 'meeting.withdraw',
        objectType: 'meeting',
        objectId: id,
      })
  })
}
