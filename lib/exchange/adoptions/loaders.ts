import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsWhere, workingFor } from '@/lib/people/accounts/working-for.rules'
import type { Actor } from '@/lib/people/accounts/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { listAdoptionsFrom, listAdoptionsIn, listAdoptionsOf, listOwnInitiatives } from './data'
import { getAdoption, listAdoptionWork, listWriters } from './work.data'
import { getFamily } from './family.data'
import { canAdopt, canAnswer, canReadWork } from './policy'
import { dueCheckins } from './rules'
import type { AdoptionRow, AdoptionWork, PublicAdoption } from './types'

export const loadAdoptionsOf = cached('adoptions-of', listAdoptionsOf)

export const loadAdoptionsIn = cached('adoptions-in', listAdoptionsIn)

export const loadAdoptionsFrom = cached('adoptions-from', listAdoptionsFrom)

export const loadFamily = cached('adoption-family', getFamily)

export async function loadAdopters(
  ownerOrganisationId: string,
): Promise<{ signedIn: boolean; organisations: { id: string; name: string }[] }> {
  const reader = await loadReader()
  return {
    signedIn: reader !== null,
    organisations: reader
      ? organisationsWhere(reader, (organisationId) =>
          canAdopt(reader, { organisationId, ownerOrganisationId }),
        )
      : [],
  }
}

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

export async function loadAdoptionWork(
  returnTo: string,
): Promise<{ own: AdoptionRow[]; asked: AdoptionRow[] }> {
  return loadAdoptionsOfActor(await requireActorPage(returnTo))
}

export async function loadAdoptionsOfActor(
  actor: Actor,
): Promise<{ own: AdoptionRow[]; asked: AdoptionRow[] }> {
  const organisations = writes(workingFor(actor))
  return organisations.size === 0
    ? { own: [], asked: [] }
    : listAdoptionWork([...organisations], todayInNetherlands(new Date()))
}

export const loadAdoption = cache(async (id: string, returnTo: string) => {
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
})
