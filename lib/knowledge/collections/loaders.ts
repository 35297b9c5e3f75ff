import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsWhere } from '@/lib/people/accounts/working-for.rules'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import {
  getCollection,
  getCollectionWork,
  listCollections,
  listCollectionsOf,
  listCollectionsWith,
} from './data'
import { canEditCollection } from './policy'

export const loadCollections = cached('collections', listCollections)

export const loadCollectionsWith = cached('collections-with', listCollectionsWith)

const read = cached('collection', getCollection)

export async function loadCollection(slug: string) {
  return (isSlug(slug) ? await read(slug) : null) ?? notFound()
}

export async function loadOwnCollections(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const organisations = organisationsWhere(actor, (organisationId) =>
    canEditCollection(actor, { organisationId }),
  ).map(({ id, name }) => ({ value: id, label: name }))
  return {
    organisations,
    collections:
      organisations.length === 0
        ? []
        : await listCollectionsOf(organisations.map(({ value }) => value)),
  }
}

export const loadCollectionWork = cache(async (id: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const collection = z.uuid().safeParse(id).success ? await getCollectionWork(id) : null
  if (!collection || !canEditCollection(actor, collection)) notFound()
  return collection
})
