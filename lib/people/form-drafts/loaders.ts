import 'server-only'
import type { Actor } from '@/lib/people/accounts/types'
import { listUnsentDrafts } from './data'
import type { UnsentDraft } from './types'

export async function loadUnsentDrafts(actor: Actor): Promise<UnsentDraft[]> {
  return listUnsentDrafts(actor.userId)
}
