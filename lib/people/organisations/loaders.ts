import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { OrganisationKind } from '@/generated/prisma/enums'
import { listRegionsEver } from '@/lib/base/regions/data'
import { isAdministrator } from '@/lib/people/accounts/policy'
import { requireAdministration } from '@/lib/people/accounts/loaders'
import { getOrganisation, listOrganisations, listSuccessors } from './data'
import { canChangeRegions, canEditOrganisation } from './policy'
import { needsSuccessor } from './rules'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Kinds of regions that an organisation can act for. */
const REGIONS = ['labour_market', 'province', 'ser', 'municipality', 'country'] as const

/** Regions of now, and those that an organisation still works for. */
async function loadRegionOptions(ownIds: readonly (string | null)[] = []) {
  return (await listRegionsEver(REGIONS)).filter(
    ({ id, endsOn }) => endsOn === null || ownIds.includes(id),
  )
}

/** The organisations that the reader manages. */
export async function loadOrganisations(query: Query, returnTo: string) {
  const { actor, listed } = await requireAdministration(returnTo)
  const text = typeof query.zoek === 'string' ? query.zoek.trim().slice(0, 100) : ''
  const kind = z.enum(OrganisationKind).safeParse(query.soort)
  const chosen = { text, kind: kind.success ? kind.data : null }
  const [organisations, regions] = await Promise.all([
    listOrganisations(chosen, listed),
    loadRegionOptions(),
  ])
  return { chosen, organisations, regions, isAdministrator: isAdministrator(actor) }
}

/** One organisation; not found for whoever does not manage it. */
export async function loadOrganisation(slug: string, returnTo: string) {
  const { actor } = await requireAdministration(returnTo)
  const organisation = await getOrganisation(slug)
  if (!organisation || !canEditOrganisation(actor, organisation.id)) notFound()
  const [regions, successors] = await Promise.all([
    loadRegionOptions([organisation.regionId, ...organisation.alsoRegionIds]),
    listSuccessors(organisation.id),
  ])
  return {
    organisation,
    regions,
    successors,
    needsSuccessor: needsSuccessor(organisation),
    mayChangeRegions: canChangeRegions(actor),
    isAdministrator: isAdministrator(actor),
  }
}
