import 'server-only'
import { randomUUID } from 'node:crypto'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { queueReplyMail } from '@/lib/people/messages/mutations'
import { db } from '@/lib/base/db/db'
import { once, type Submission } from '@/lib/base/http/submission'
import { handledToken } from './data'
import { contactEmail, freePosition } from './rules'
import type { ContactTarget } from './types'

export interface NewContact {
  target: ContactTarget
  sender: {
    id: string
    name: string
    address: string
    organisation: { id: string; name: string } | null
  }
  message: string
  submission?: Submission
}

/** Saves a message and queues it with the sender as reply address. */
export async function saveContact({
  target,
  sender,
  message,
  submission,
}: NewContact): Promise<void> {
  const { about, name } = target
  const receiverId = 'userId' in target ? target.userId : null
  await once({ actorId: sender.id, submission }, async (tx) => {
    const id = randomUUID()
    const email = contactEmail({
      about,
      contact: name,
      sender: sender.name,
      organisation: sender.organisation?.name ?? null,
      message,
    })
    const mailId = await queueReplyMail(tx, {
      to: receiverId === null ? { address: target.address } : { userId: receiverId },
      replyTo: sender.address,
      kind: 'contact-request',
      key: id,
      ...email,
      path: `/contact?token=${handledToken(id)}`,
    })
    if (receiverId !== null)
      await notifyPeople(
        tx,
        {
          kind: 'contact-received',
          key: id,
          title: email.subject,
          path: `/contact?token=${handledToken(id)}`,
        },
        { people: [receiverId], subjects: [], actorId: sender.id, mailed: [receiverId] },
      )
    const subject = about.kind === 'region' ? { regionId: about.id } : { initiativeId: about.id }
    await tx.contactRequest.create({
      data: {
        id,
        ...subject,
        receiverId,
        senderId: sender.id,
        organisationId: sender.organisation?.id ?? null,
        mailId,
        contactName: name,
        message,
      },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId: sender.id,
      action: 'contact.send',
      objectType: 'contact',
      objectId: id,
      detail: subject,
    })
  })
}

/** Marks a message as handled, signed in or with the token. Idempotent. */
export async function saveHandled(id: string, actorId: string | null = null): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.contactRequest.updateMany({
      where: { id, handledAt: null },
      data: { handledAt: new Date() },
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'contact.handled',
        objectType: 'contact',
        objectId: id,
      })
  })
}

export interface SavedRegionContact {
  regionId: string
  actorId: string
  version: number | undefined
  role: string
  subjects: string
}

/** Saves a regional contact, or 'full' or 'conflict'. Idempotent. */
export async function saveRegionContact({
  regionId,
  actorId,
  version,
  role,
  subjects,
}: SavedRegionContact): Promise<'full' | 'conflict' | null> {
  return db.$transaction(async (tx) => {
    // Serialises the places of a region.
    await tx.$executeRaw`SELECT FROM region WHERE id = ${regionId}::uuid FOR NO KEY UPDATE`
    const taken = await tx.regionContact.findMany({
      where: { regionId },
      select: { userId: true, position: true, role: true, about: true },
      orderBy: { position: 'asc' },
      take: 10,
    })
    const own = taken.find(({ userId }) => userId === actorId)
    if (version === undefined) {
      if (own) return own.role === role && own.about === subjects ? null : 'conflict'
      const position = freePosition(taken.map((one) => one.position))
      if (position === null) return 'full'
      await tx.regionContact.create({
        data: { regionId, userId: actorId, position, role, about: subjects },
        select: { id: true },
      })
    } else {
      const { count } = await tx.regionContact.updateMany({
        where: { regionId, userId: actorId, version },
        data: { role, about: subjects, version: version + 1 },
      })
      if (count === 0) return 'conflict'
    }
    await saveAuditEvent(tx, {
      actorId,
      action: version === undefined ? 'regionContact.create' : 'regionContact.save',
      objectType: 'region',
      objectId: regionId,
    })
    return null
  })
}

/** Removes a regional contact: themselves, or someone who left. Idempotent. */
export async function deleteRegionContact({
  regionId,
  contactId,
  actorId,
}: {
  regionId: string
  contactId: string
  actorId: string
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.regionContact.deleteMany({ where: { id: contactId, regionId } })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'regionContact.delete',
        objectType: 'region',
        objectId: regionId,
        detail: { contactId },
      })
  })
}
