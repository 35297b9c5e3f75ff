import 'server-only'
import { cache } from 'react'
import { db, type Transaction } from './db'

/** What can change outside of a request: by recurring work, from the command line, or in another process. */
export type StampName = 'figures'

/**
 * Says, in the transaction of a change, that what pages remember is old. Call it last: its row is held until the end.
 * Tags reach only the process that handles a request; this reaches all of them, and only when the change was committed.
 */
export async function raiseStamp(tx: Transaction, name: StampName): Promise<void> {
  await tx.cacheStamp.upsert({ where: { name }, create: { name }, update: { stamp: { increment: 1 } }, select: { name: true } })
}

/** The number under which pages remember now; asked once per page. */
export const readStamp = cache(async (name: StampName): Promise<number> => (await db.cacheStamp.findUnique({ where: { name }, select: { stamp: true } }))?.stamp ?? 0)
