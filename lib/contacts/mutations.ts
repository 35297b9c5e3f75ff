import 'server-only'
import { randomUUID } from 'node:crypto'
import { saveAuditEvent } from '@/lib/audit/mutations'
import { queueOutsideMail } from '@/lib/messages/mutations'
import { db } from '@/lib/platform/db'
import { handledToken } from './data'
import { contactLetter } from './rules'
import type { ContactTarget } from './types'

export interface NewContact {
  target: ContactTarget
  sender: { id: string; name: string; address: string; organisation: { id: string; name: string } | null }
  message: string
}

/** Keeps a message and puts it in the outbox, to be answered straight to the sender. */
export async function saveContact({ target, sender, message }: NewContact): Promise<void> {
  await db.$transaction(async (tx) => {
    const id = randomUUID()
    const letter = contactLetter({ title: target.title, contact: target.name, sender: sender.name, organisation: sender.organisation?.name ?? null, message })
    const mailId = await queueOutsideMail(tx, { to: target.address, replyTo: sender.address, kind: 'contact-request', key: id, ...letter, path: `/contact?token=${handledToken(id)}` })
    await tx.contactRequest.create({
      data: { id, initiativeId: target.initiativeId, senderId: sender.id, organisationId: sender.organisation?.id ?? null, mailId, contactName: target.name, message }, select: { id: true },
    })
    await saveAuditEvent(tx, { actorId: sender.id, action: 'contact.send', objectType: 'contact', objectId: id, detail: { initiativeId: target.initiativeId } })
  })
}

/** Keeps that the contact person has dealt with it; once is enough. */
export async function saveHandled(id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.contactRequest.updateMany({ where: { id, handledAt: null }, data: { handledAt: new Date() } })
    if (count > 0) await saveAuditEvent(tx, { actorId: null, action: 'contact.handled', objectType: 'contact', objectId: id })
  })
}
