import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { fromCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { once, type Sender } from '@/lib/base/http/submission'

export interface NewAdvice extends Sender {
  title: string
  addressee: string
  opening: string
  asked: string
  signer: { name: string; organisationId: string | null }
  on: CalendarDate
  obstacles: readonly ObstacleEntry[]
}

/** Saves an advice with its obstacles as they are now. Returns its id. */
export async function saveAdvice({
  obstacles,
  signer,
  on,
  actorId,
  submission,
  ...texts
}: NewAdvice): Promise<string> {
  return once({ actorId, submission }, async (tx) => {
    const { id } = await tx.advice.create({
      data: {
        ...texts,
        signer: signer.name,
        organisationId: signer.organisationId,
        authorId: actorId,
        onDay: fromCalendarDate(on),
        obstacles: obstacles.map((one) => ({
          ...one,
          groups: one.groups.map((group) => ({ ...group })),
          regions: one.regions.map((region) => ({ ...region })),
          initiatives: one.initiatives.map((initiative) => ({ ...initiative })),
        })),
        about: { create: obstacles.map(({ id: obstacleId }) => ({ obstacleId })) },
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'advice.save',
      objectType: 'advice',
      objectId: id,
      detail: { obstacles: obstacles.length },
    })
    return id
  })
}
