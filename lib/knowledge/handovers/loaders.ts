import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import { listOpenOrganisations } from '@/lib/people/organisations/data'
import { getHandover, getHandoverFault, listOffers } from './data'
import { canAnswer, canOffer } from './policy'
import type { Handover } from './types'

/** What the owner sees: the offer that waits, or the organisations to choose from. */
export async function loadHandoverWork(actor: Actor, target: ClosingTarget) {
  if (!canOffer(actor, target)) return null
  const [offer, organisations] = await Promise.all([
    getHandover(target.initiativeId),
    listOpenOrganisations(),
  ])
  return { offer, organisations: organisations.filter(({ id }) => id !== target.organisationId) }
}

/** For whoever is asked to take it over; not found for others and once it is answered. */
export const loadOffer = cache(async (initiativeId: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const offer = await getHandover(initiativeId)
  if (!offer || !canAnswer(actor, offer)) notFound()
  return { offer, fault: await getHandoverFault(offer) }
})

/** Offers that wait for an answer of this person. */
export async function loadOffers(actor: Actor): Promise<Handover[]> {
  const ids = workingFor(actor).memberships.map(({ organisationId }) => organisationId)
  return listOffers([...new Set(ids)].filter((toId) => canAnswer(actor, { toId })))
}
