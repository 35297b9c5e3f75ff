import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { currentActor } from '@/lib/people/accounts/session'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { listEvents, nameFilters, streamEvents } from './data'
import { canReadRecord } from './policy'
import { PAGE_SIZE, readCursor, readQuery, toParameters } from './rules'

type Raw = Readonly<Record<string, string | string[] | undefined>>

/** One page of the record for an administrator; not found for anyone else. */
export async function loadRecord(raw: Raw, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canReadRecord(actor)) notFound()
  const today = todayInNetherlands(new Date())
  const query = readQuery(raw, today)
  const after = readCursor(raw.na)
  const [page, names] = await Promise.all([
    listEvents(query, { after, limit: PAGE_SIZE, readerId: actor.userId }),
    nameFilters(query),
  ])
  return {
    ...page,
    query,
    names,
    parameters: toParameters(query, today),
    isFirstPage: after === null,
  }
}

/** The same as batches for a file; null for anyone but an administrator. */
export async function loadRecordFile(raw: Raw) {
  const actor = await currentActor()
  if (!canReadRecord(actor) || !actor) return null
  const query = readQuery(raw, todayInNetherlands(new Date()))
  return { query, batches: streamEvents(query, actor.userId) }
}
