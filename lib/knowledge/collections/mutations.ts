import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { AuditAction } from '@/lib/base/audit/types'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { freeSlug } from '@/lib/base/db/free-slug'
import { once, type Sender } from '@/lib/base/http/submission'
import { slugFromTitle } from '@/lib/knowledge/revisions/rules'
import { MAX_ENTRIES, MAX_SLUG, moved } from './rules'

interface Change {
  id: string
  version: number
  actorId: string
}

async function slugOfCollection(tx: Transaction, title: string): Promise<string> {
  const made = slugFromTitle(title).slice(0, MAX_SLUG)
  const wanted = made === 'initiatief' ? 'verzameling' : made
  return freeSlug(wanted, (query) => tx.collection.findMany(query))
}

/** Creates a collection that only its editors see. Returns its id. */
export async function saveNewCollection(
  input: Sender & { organisationId: string; title: string; lead: string },
): Promise<string> {
  const { actorId, submission, ...data } = input
  return once({ actorId, submission }, async (tx) => {
    const { id } = await tx.collection.create({
      data: { ...data, slug: await slugOfCollection(tx, data.title), createdById: actorId },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'collection.create',
      objectType: 'collection',
      objectId: id,
    })
    return id
  })
}

/** Raises the version, or returns 'conflict' when it changed since it was read. */
async function touch(
  tx: Transaction,
  { id, version, actorId }: Change,
  action: AuditAction,
  data: Prisma.CollectionUncheckedUpdateManyInput = {},
): Promise<'conflict' | null> {
  const { count } = await tx.collection.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  })
  if (count === 0) return 'conflict'
  await saveAuditEvent(tx, {
    actorId,
    action,
    objectType: 'collection',
    objectId: id,
    detail: { version: version + 1 },
  })
  return null
}

/** Saves title, lead and story, or returns 'conflict'. */
export async function saveCollection(
  change: Change & { title: string; lead: string; story: string },
): Promise<'conflict' | null> {
  const { title, lead, story } = change
  return db.$transaction((tx) => touch(tx, change, 'collection.save', { title, lead, story }))
}

const listPlaces = (tx: Transaction, id: string) =>
  tx.collectionItem.findMany({
    where: { collectionId: id },
    select: { initiativeId: true },
    orderBy: [{ position: 'asc' }, { initiativeId: 'asc' }],
    take: MAX_ENTRIES,
  })

class EntryRefused extends AppError {
  readonly reason: 'alreadyIn' | 'full'

  constructor(reason: 'alreadyIn' | 'full') {
    super('WRONG_STATE', reason)
    this.reason = reason
  }
}

/** Adds an initiative at the end and notifies followers of a public collection. */
export async function addEntry(
  change: Change & Sender & { initiativeId: string; why: string },
): Promise<'conflict' | 'alreadyIn' | 'full' | null> {
  const { id, initiativeId, why, actorId, submission } = change
  return once(
    { actorId, submission },
    async (tx) => {
      if ((await touch(tx, change, 'collection.add')) === 'conflict') return 'conflict'
      const places = await listPlaces(tx, id)
      // Thrown, to roll back the raised version.
      if (places.some((one) => one.initiativeId === initiativeId))
        throw new EntryRefused('alreadyIn')
      if (places.length >= MAX_ENTRIES) throw new EntryRefused('full')
      await tx.collectionItem.create({
        data: { collectionId: id, initiativeId, why, position: places.length + 1 },
        select: { position: true },
      })
      const { slug, title, publishedAt } = await tx.collection.findUniqueOrThrow({
        where: { id },
        select: { slug: true, title: true, publishedAt: true },
      })
      if (publishedAt !== null) {
        await notifyPeople(
          tx,
          {
            kind: 'collection-changed',
            key: `${id} ${initiativeId}`,
            title,
            path: pagePath('/collections/[slug]', { slug }),
          },
          { people: [], subjects: [{ type: 'collection', id }], actorId },
        )
      }
      return null
    },
    { refusals: ['conflict'] },
  ).catch((error: unknown) => {
    if (error instanceof EntryRefused) return error.reason
    throw error
  })
}

/** Moves an entry one step, or removes it. */
export async function changeEntry(
  change: Change & { initiativeId: string; act: 'up' | 'down' | 'remove' },
): Promise<'conflict' | null> {
  const { id, initiativeId, act } = change
  return db.$transaction(async (tx) => {
    if ((await touch(tx, change, `collection.${act}`)) === 'conflict') return 'conflict'
    const places = await listPlaces(tx, id)
    const index = places.findIndex((one) => one.initiativeId === initiativeId)
    if (index === -1) throw new AppError('NOT_FOUND')
    if (act === 'remove')
      await tx.collectionItem.delete({
        where: { collectionId_initiativeId: { collectionId: id, initiativeId } },
        select: { position: true },
      })
    const order =
      act === 'remove' ? places.filter((_, place) => place !== index) : moved(places, index, act)
    const ids = order.map((one) => one.initiativeId)
    await tx.$executeRaw`
      UPDATE collection_item i
      SET position = v.place
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS v (id, place)
      WHERE i.collection_id = ${id}::uuid AND i.initiative_id = v.id`
    return null
  })
}

/** Publishes a collection or withdraws it; 'empty' when it has no entries. */
export async function publishCollection(
  change: Change & { act: 'publish' | 'withdraw' },
): Promise<'conflict' | 'empty' | null> {
  const { id, act } = change
  return db.$transaction(async (tx) => {
    if (act === 'publish' && (await tx.collectionItem.count({ where: { collectionId: id } })) === 0)
      return 'empty'
    return touch(tx, change, `collection.${act}`, {
      publishedAt: act === 'publish' ? new Date() : null,
    })
  })
}
