import 'server-only'
import { requireAdministration } from '@/lib/people/accounts/loaders'
import { listOpenOrganisations } from '@/lib/people/organisations/data'
import { listOpenRequests } from './data'

/** The organisations of the public form. */
export async function loadJoinableOrganisations() {
  return listOpenOrganisations()
}

/** Open requests that the reader decides on; not found for anyone else. */
export async function loadRequests(returnTo: string) {
  const { managed, listed } = await requireAdministration(returnTo)
  const [requests, organisations] = await Promise.all([
    listOpenRequests(listed),
    listOpenOrganisations(),
  ])
  return {
    requests,
    organisations:
      managed === null ? organisations : organisations.filter(({ id }) => managed.includes(id)),
  }
}
