import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { listAdoptionsFrom, listAdoptionsIn, listAdoptionsOf, listOwnInitiatives } from './data'
import { getAdoption, listAdoptionWork, listWriters } from './work.data'
import { getFamily } from './family.data'
import { canAdopt, canAnswer, canReadWork } from './policy'
import { dueCheckins } from './rules'
import type { AdoptionRow, AdoptionWork, PublicAdoption } from './types'

/** Who adopts this initiative. */
export const loadAdoptionsOf = cached('adoptions-of', listAdoptionsOf)

/** What organisations in this region adopt. */
export const loadAdoptionsIn = cached('adoptions-in', listAdoptionsIn)

/** What organisations elsewhere adopt from this region. */
export const loadAdoptionsFrom = cached('adoptions-from', listAdoptionsFrom)

/** Where this initiative comes from and what came of it; null when it stands alone. */
export const loadFamily = cached('adoption-family', getFamily)

/** The organisations for which this reader can consider an initiative of that owner, and whether they could after signing in. */
export async function loadAdopters(
  ownerOrganisationId: string,
): Promise<{ signedIn: boolean; organisations: { id: string; name: string }[] }> {
  const reader = await loadReader()
  const own =
    reader?.memberships.filter(({ organisationId }) =>
      canAdopt(reader, { organisationId, ownerOrganisationId }),
    ) ?? []
  return {
    signedIn: reader !== null,
    organisations: [
      ...new Map(
        own.map((one) => [
          one.organisationId,
          { id: one.organisationId, name: one.organisationName },
        ]),
      ).values(),
    ],
  }
}

/** Among public adoptions, the ids of those whose work this reader may open. */
export async function loadOpenable(
  adoptions: readonly PublicAdoption[],
): Promise<ReadonlySet<string>> {
  const reader = await loadReader()
  if (!reader || adoptions.length === 0) return new Set()
  const { own, asked } = await listAdoptionWork([...writes(reader)], todayInNetherlands(new Date()))
  return new Set([...own, ...asked].map(({ id }) => id))
}

const writes = (actor: Actor) =>
  new Set(
    actor.memberships
      .map(({ organisationId }) => organisationId)
      .filter((organisationId) =>
        canAnswer(actor, { organisationId: '', ownerOrganisationId: organisationId }),
      ),
  )

/** Adoptions of and from the organisations that this person writes for. */
export async function loadAdoptionWork(
  returnTo: string,
): Promise<{ own: AdoptionRow[]; asked: AdoptionRow[] }> {
  return loadAdoptionsOfActor(await requireActorPage(returnTo))
}

/** The same for someone who is known already. */
export async function loadAdoptionsOfActor(
  actor: Actor,
): Promise<{ own: AdoptionRow[]; asked: AdoptionRow[] }> {
  const organisations = writes(actor)
  return organisations.size === 0
    ? { own: [], asked: [] }
    : listAdoptionWork([...organisations], todayInNetherlands(new Date()))
}

/** One adoption for either side; not found for anyone else. */
export async function loadAdoption(id: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const adoption: AdoptionWork | null = z.uuid().safeParse(id).success
    ? await getAdoption(id)
    : null
  if (!adoption || !canReadWork(actor, adoption)) notFound()
  const mayWrite = canAdopt(actor, adoption)
  const colleagues = mayWrite
    ? (await listWriters(adoption.organisationId)).filter((one) => one.id !== adoption.holder?.id)
    : []
  const own = mayWrite ? await listOwnInitiatives(adoption.organisationId, adoption.id) : []
  const today = todayInNetherlands(new Date())
  return {
    adoption,
    today,
    mayWrite,
    own,
    mayAnswer: canAnswer(actor, adoption),
    colleagues,
    due: dueCheckins({ ...adoption, done: adoption.checkins.map(({ month }) => month) }, today),
  }
}
