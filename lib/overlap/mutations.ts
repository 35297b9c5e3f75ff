import 'server-only'
import { saveAuditEvent } from '@/lib/audit/mutations'
import { queueMails } from '@/lib/messages/mutations'
import { db, type Transaction } from '@/lib/platform/db'
import { joinLetter } from './rules'
import type { OverlapAnswer, OverlapOther, OverlapSource } from './types'

const MAX_OWNERS = 500

const listOwners = (tx: Transaction, organisationId: string, except: string) =>
  tx.user.findMany({
    where: { disabledAt: null, id: { not: except }, memberships: { some: { organisationId, role: { in: ['editor', 'manager'] } } } }, select: { id: true }, orderBy: { id: 'asc' }, take: MAX_OWNERS,
  })

export interface NewChoice {
  source: OverlapSource
  other: OverlapOther
  answer: OverlapAnswer
  words: string
  actorId: string
}

/** Keeps what an editor decided about a lookalike. The owner is mailed when someone wants to join, and finds a link as variant in the inbox. */
export async function saveOverlapChoice({ source, other, answer, words, actorId }: NewChoice): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id } = await tx.overlapChoice.create({ data: { initiativeId: source.initiativeId, otherId: other.initiativeId, answer, words, actorId }, select: { id: true } })
    const owners = answer === 'separate' ? [] : await listOwners(tx, other.organisationId, actorId)
    const path = `/initiatieven/${other.slug}`
    if (answer === 'join') {
      const sender = await tx.user.findUniqueOrThrow({ where: { id: actorId }, select: { name: true, email: true } })
      const letter = joinLetter({ title: other.title, organisation: source.organisationName, own: source.title, words, ...sender })
      await queueMails(tx, owners.map((owner) => ({ recipientId: owner.id, kind: 'contact-request' as const, key: `overlap:${id}`, ...letter, path })))
    }
    if (answer === 'variant') {
      const data = owners.map((owner) => ({ userId: owner.id, kind: 'variant-linked', key: `variant-linked ${id}`, title: `${source.title}, ${other.title}`, path: `${path}#lijkt-op` }))
      await tx.notification.createMany({ data, skipDuplicates: true })
    }
    await saveAuditEvent(tx, { actorId, action: 'overlap.decide', objectType: 'initiative', objectId: source.initiativeId, detail: { otherId: other.initiativeId, answer } })
  })
}
