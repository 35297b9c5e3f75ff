import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import { getRegionGraph, listRegionsById } from '@/lib/base/regions/data'
import { loadRegion } from '@/lib/base/regions/loaders'
import { regionLineage, type RegionGraph } from '@/lib/base/regions/rules'
import type { RegionSummary } from '@/lib/base/regions/types'
import {
  getInitiativeContact,
  getReceivedContact,
  isReachable,
  listRegionContacts,
  listSentContacts,
  listPendingContacts,
} from './data'
import { canContact, canManageContacts, isStillContact } from './policy'
import { MAX_CONTACTS, nearestFirst } from './rules'
import type {
  ContactPerson,
  ReceivedContact,
  RegionContact,
  RegionContactPerson,
  RegionContacts,
  RegionDirectory,
  SentContact,
  PendingContact,
} from './types'

/**
 * The form for someone with an account to write to the contact person; null for a visitor, and where
 * nobody can be reached this way.
 */
export const loadContact = cache(
  async (
    slug: string,
  ): Promise<{
    person: ContactPerson
    sender: { name: string; email: string }
    sent: SentContact[]
  } | null> => {
    const actor = await loadReader()
    const target = actor && isSlug(slug) ? await getInitiativeContact(slug) : null
    if (!actor || !target || !canContact(actor, target) || !(await isReachable(target))) return null
    return {
      person: { slug, title: target.about.title, name: target.name },
      sender: { name: actor.name, email: actor.email },
      sent: await listSentContacts(actor.userId, target.about),
    }
  },
)

export async function loadReceivedContact(
  token: string | undefined,
): Promise<ReceivedContact | null> {
  return token === undefined ? null : getReceivedContact(token, (await loadReader())?.userId)
}

export async function loadPendingContacts(actor: Actor): Promise<PendingContact[]> {
  return listPendingContacts(actor.userId)
}

const organisationOf = ({ memberships, ...person }: RegionContact, graph: RegionGraph) =>
  memberships.find((one) => isStillContact({ ...person, memberships: [one] }, graph))
    ?.organisationName ?? ''

const toPerson = (contact: RegionContact, graph: RegionGraph) => {
  const { id, userId, name, role, subjects, isExample } = contact
  return {
    id,
    userId,
    name,
    role,
    subjects,
    isExample,
    organisation: organisationOf(contact, graph),
  }
}

const readNearest = cached(
  'region-contacts',
  async (region: Pick<RegionSummary, 'id' | 'slug' | 'name'>) => {
    const graph = await getRegionGraph()
    const around = nearestFirst(await listRegionsById([...regionLineage(graph, [region.id])]))
    const contacts = (await listRegionContacts(around.map(({ id }) => id))).filter((one) =>
      isStillContact(one, graph),
    )
    const nearest = around.find(({ id }) => contacts.some(({ about }) => about.id === id)) ?? region
    return {
      region: { slug: nearest.slug, name: nearest.name },
      people: contacts
        .filter(({ about }) => about.id === nearest.id)
        .map((one) => toPerson(one, graph)),
    }
  },
)

const forReader = (
  { userId, ...person }: ReturnType<typeof toPerson>,
  reader: Actor | null,
): RegionContactPerson => ({ ...person, isReader: reader?.userId === userId })

export async function loadRegionContacts({
  id,
  slug,
  name,
}: Pick<RegionSummary, 'id' | 'slug' | 'name'>): Promise<RegionContacts> {
  const [nearest, reader] = await Promise.all([readNearest({ id, slug, name }), loadReader()])
  const mayJoin =
    reader !== null && canManageContacts(reader, { regionId: id }, await getRegionGraph())
  return {
    region: nearest.region,
    people: nearest.people.map((one) => forReader(one, reader)),
    mayJoin,
  }
}

export const loadDirectory = cached('region-directory', async (): Promise<RegionDirectory> => {
  const graph = await getRegionGraph()
  const contacts = (await listRegionContacts()).filter((one) => isStillContact(one, graph))
  const regions = [...new Map(contacts.map(({ about }) => [about.id, about])).values()].toSorted(
    (a, b) => a.title.localeCompare(b.title, 'nl'),
  )
  return regions.map(({ id, slug, title }) => ({
    slug,
    name: title,
    people: contacts
      .filter(({ about }) => about.id === id)
      .map(({ id: contactId, name, role }) => ({ id: contactId, name, role })),
  }))
})

/**
 * The form for someone with an account to write to a contact person of a region; null for a visitor,
 * and where nobody can be reached this way. Not found for the only contact person themselves.
 */
export const loadRegionContact = cache(async (slug: string) => {
  const [region, actor] = await Promise.all([loadRegion(slug), loadReader()])
  if (!actor) return null
  const graph = await getRegionGraph()
  const contacts = (await listRegionContacts([region.id])).filter((one) =>
    isStillContact(one, graph),
  )
  const others = contacts.filter((one) => canContact(actor, one))
  if (contacts.length > 0 && others.length === 0) notFound()
  const reachable = await Promise.all(others.map(isReachable))
  const people = others
    .filter((_, index) => reachable[index])
    .map((one) => forReader(toPerson(one, graph), actor))
  const [first] = people
  return (
    first && {
      region,
      first,
      people,
      sender: { name: actor.name, email: actor.email },
      sent: await listSentContacts(actor.userId, { kind: 'region', slug }),
    }
  )
})

export const loadContactWork = cache(async (slug: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const [region, graph] = await Promise.all([loadRegion(slug), getRegionGraph()])
  if (!canManageContacts(actor, { regionId: region.id }, graph)) notFound()
  const contacts = await listRegionContacts([region.id])
  const own = contacts.find(({ userId }) => userId === actor.userId) ?? null
  return {
    region,
    own,
    isFull: own === null && contacts.length >= MAX_CONTACTS,
    reader: {
      name: actor.name,
      organisation:
        actor.memberships.find((one) =>
          canManageContacts({ ...actor, memberships: [one] }, { regionId: region.id }, graph),
        )?.organisationName ?? '',
    },
    people: contacts.map((one) => ({
      ...forReader(toPerson(one, graph), actor),
      left: !isStillContact(one, graph),
    })),
  }
})
