import 'server-only'
import { unstable_cache } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireActorPage } from '@/lib/accounts/loaders'
import { isSlug } from '@/lib/platform/text'
import { getCollection, getCollectionWork, listCollections, listCollectionsOf, listCollectionsWith } from './data'
import { canEditCollection } from './policy'

const CACHE = { tags: ['collections', 'initiatives'], revalidate: 300 }

/** Every public collection. */
export const loadCollections = unstable_cache(listCollections, ['collections'], CACHE)

/** Public collections that hold this initiative. */
export const loadCollectionsWith = unstable_cache(listCollectionsWith, ['collections-with'], CACHE)

const read = unstable_cache(getCollection, ['collection'], CACHE)

/** One public collection; not found otherwise. */
export async function loadCollection(slug: string) {
  return (isSlug(slug) ? await read(slug) : null) ?? notFound()
}

/** The collections that this person may change, and the organisations for which they may make one. */
export async function loadOwnCollections(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const own = actor.memberships.filter((one) => canEditCollection(actor, one))
  const organisations = [...new Map(own.map(({ organisationId, organisationName }) => [organisationId, { value: organisationId, label: organisationName }])).values()]
  return { organisations, collections: organisations.length === 0 ? [] : await listCollectionsOf(organisations.map(({ value }) => value)) }
}

/** One collection for its editors; not found for anyone else. */
export async function loadCollectionWork(id: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const collection = z.uuid().safeParse(id).success ? await getCollectionWork(id) : null
  if (!collection || !canEditCollection(actor, collection)) notFound()
  return collection
}
