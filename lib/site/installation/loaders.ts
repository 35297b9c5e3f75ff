import 'server-only'
import { requireAdministration } from '@/lib/people/accounts/loaders'
import { listOpenRequests } from '@/lib/people/access-requests/data'
import { listOpenInvitations } from '@/lib/people/invitations/data'
import { isAdministrator } from '@/lib/people/accounts/policy'
import { getInstallationFacts } from './data'
import { checklist } from './rules'

/** The start of the administration: what waits, and for administrators what is still missing. */
export async function loadAdministration(returnTo: string) {
  const { actor, listed } = await requireAdministration(returnTo)
  const isAll = isAdministrator(actor)
  const [requests, invitations, facts] = await Promise.all([
    listOpenRequests(listed),
    listOpenInvitations(listed, new Date()),
    isAll ? getInstallationFacts() : null,
  ])
  const steps = facts ? checklist(facts) : []
  return {
    actor,
    isAdministrator: isAll,
    requests: requests.length,
    invitations: invitations.length,
    facts,
    steps: steps.every(({ isDone }) => isDone) ? [] : steps,
  }
}
