import 'server-only'
import type { Actor } from '@/lib/people/accounts/types'
import { loadAdoptionsOfActor } from '@/lib/exchange/adoptions/loaders'
import { loadAssessable } from '@/lib/judgement/assessments/loaders'
import { loadPendingContests, loadToMend } from '@/lib/judgement/contests/loaders'
import { loadWaitingReconsiderations } from '@/lib/judgement/reconsiderations/loaders'
import { loadPendingContacts } from '@/lib/exchange/contacts/loaders'
import { loadWaitingEnquiries } from '@/lib/exchange/enquiries/loaders'
import { loadCorrections } from '@/lib/knowledge/corrections/loaders'
import { loadOffers } from '@/lib/knowledge/handovers/loaders'
import { loadUnconfirmed } from '@/lib/knowledge/initiatives/loaders'
import { loadPendingJoins } from '@/lib/exchange/overlap/loaders'
import { loadReported } from '@/lib/exchange/questions/loaders'
import { loadRevisionWork } from '@/lib/knowledge/revisions/loaders'
import type { OwnRevision } from '@/lib/knowledge/revisions/types'
import { loadAwaitedReactions } from '@/lib/monitor/verdicts/loaders'
import { loadWaitingSuggestions } from '@/lib/site/term-suggestions/loaders'
import { worklist } from './rules'
import type { WorkItem } from './types'

export async function loadWorklist(
  actor: Actor,
): Promise<{ items: WorkItem[]; drafts: OwnRevision[] }> {
  const [
    revisions,
    corrections,
    handovers,
    reported,
    adoptions,
    joins,
    contacts,
    enquiries,
    reactions,
    unconfirmed,
    assessable,
    suggestions,
    contests,
    toMend,
    reconsiderations,
  ] = await Promise.all([
    loadRevisionWork(actor),
    loadCorrections(actor),
    loadOffers(actor),
    loadReported(actor),
    loadAdoptionsOfActor(actor),
    loadPendingJoins(actor),
    loadPendingContacts(actor),
    loadWaitingEnquiries(actor),
    loadAwaitedReactions(actor),
    loadUnconfirmed(actor),
    loadAssessable(actor),
    loadWaitingSuggestions(actor),
    loadPendingContests(actor),
    loadToMend(actor),
    loadWaitingReconsiderations(actor),
  ])
  const items = worklist({
    ...revisions,
    corrections,
    handovers,
    reported,
    adoptions,
    joins,
    contacts,
    enquiries,
    reactions,
    unconfirmed,
    assessable,
    suggestions,
    contests,
    toMend,
    reconsiderations,
  })
  return { items, drafts: revisions.drafts }
}
