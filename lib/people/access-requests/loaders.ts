import 'server-only'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { managedOrganisations } from '@/lib/people/administration/policy'
import { listJoinableOrganisations, listOpenRequests } from './data'

/** The organisations of the public form. */
export async function loadJoinableOrganisations() {
  return listJoinableOrganisations()
}

/** Open requests that the reader decides on; not found for anyone else. */
export async function loadRequests(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const managed = managedOrganisations(actor)
  if (managed !== null && managed.length === 0) notFound()
  const [requests, organisations] = await Promise.all([
    listOpenRequests(managed),
    listJoinableOrganisations(),
  ])
  return {
    requests,
    organisations:
      managed === null ? organisations : organisations.filter(({ id }) => managed.includes(id)),
  }
}
