import 'server-only'
import { getAddressChange, getLink } from './data'
import type { OpenedLink } from './types'

/** The link of an address; null for one that is not ours. */
export async function loadLink(token: string | undefined): Promise<OpenedLink | null> {
  return token === undefined ? null : getLink(token, new Date())
}

/** The change of address that someone has open. */
export async function loadAddressChange(userId: string) {
  return getAddressChange(userId, new Date())
}
