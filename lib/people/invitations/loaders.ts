import 'server-only'
import { currentActor } from '@/lib/people/accounts/session'
import { getOpenedInvitation } from './data'

/** The invitation of a link, and whoever is signed in; null for a link that is not ours. */
export async function loadInvitation(token: string | undefined) {
  const [invitation, actor] = await Promise.all([
    token === undefined ? null : getOpenedInvitation(token, new Date()),
    currentActor(),
  ])
  return invitation && { invitation, signedInAs: actor?.email ?? null }
}
