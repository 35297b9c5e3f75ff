import 'server-only'
import { readSealedCookie } from '@/lib/base/http/sealed-cookie'
import { canReadDocuments } from '@/lib/knowledge/documents/policy'
import { loadReader } from '@/lib/people/accounts/loaders'
import { IDEA_COOKIE, MAX_IDEA } from './rules'

/** Who is here, whether they may keep an idea, and a text that waited during the sign-in. */
export async function loadIdeaStart() {
  const reader = await loadReader()
  return {
    most: MAX_IDEA,
    signedIn: reader !== null,
    mayKeep: reader === null || canReadDocuments(reader),
    kept: reader === null ? '' : ((await readSealedCookie(IDEA_COOKIE)) ?? ''),
  }
}
