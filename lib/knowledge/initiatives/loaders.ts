import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/lib/people/accounts/types'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import { canCreate } from '@/lib/knowledge/revisions/policy'
import { loadRevision } from '@/lib/knowledge/revisions/loaders'
import { loadReader } from '@/lib/people/accounts/loaders'
import { getPublishedInitiative, getRevisionAsInitiative, listUnconfirmed } from './data'
import { canConfirm } from './policy'
import type { InitiativeView, Unconfirmed } from './types'

const readInitiative = cached('initiative-by-slug', getPublishedInitiative)

/** The whole text of a version that was public; the caller knows that it was. */
export const loadVersionText = cached('version-text', getRevisionAsInitiative)

export const loadPublished = cache(async (slug: string): Promise<InitiativeView | null> =>
  isSlug(slug) ? await readInitiative(slug) : null,
)

export async function loadInitiative(slug: string): Promise<InitiativeView> {
  return (await loadPublished(slug)) ?? notFound()
}

export async function loadMayEdit(organisationId: string): Promise<boolean> {
  return canCreate(await loadReader(), organisationId)
}

export const loadPreview = cache(
  async (revisionId: string, returnTo: string): Promise<InitiativeView> => {
    const { draft } = await loadRevision(revisionId, returnTo)
    return (await getRevisionAsInitiative(draft.id)) ?? notFound()
  },
)

export async function loadUnconfirmed(actor: Actor): Promise<Unconfirmed[]> {
  const organisationIds = workingFor(actor)
    .memberships.map(({ organisationId }) => organisationId)
    .filter((organisationId) =>
      canConfirm(actor, { initiativeId: '', organisationId, isPublished: true }),
    )
  return organisationIds.length === 0
    ? []
    : listUnconfirmed([...new Set(organisationIds)], todayInNetherlands(new Date()))
}
