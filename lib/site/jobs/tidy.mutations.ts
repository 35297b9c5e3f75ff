import 'server-only'
import { deleteOldSubmissions } from '@/lib/base/http/submission'
import { readSettings } from '@/lib/base/settings/data'
import { deleteOldEnquiries } from '@/lib/exchange/enquiries/mutations'
import { deleteUnusedMedia } from '@/lib/knowledge/media/mutations'
import { deleteOldReadings } from '@/lib/knowledge/documents/mutations'
import { emptyOldImports } from '@/lib/knowledge/initiative-imports/mutations'
import { deleteOldChainImports } from '@/lib/monitor/chains/import-undo.mutations'
import { deleteOldChanges } from '@/lib/monitor/worksheets/mutations'
import { deleteOldRequests } from '@/lib/people/access-requests/mutations'
import { deleteOldLinks } from '@/lib/people/account-links/mutations'
import { deleteOldSessions } from '@/lib/people/accounts/sessions.mutations'
import { deleteOldFormDrafts } from '@/lib/people/form-drafts/mutations'
import { deleteOldInvitations } from '@/lib/people/invitations/mutations'
import { emptyOldMail } from '@/lib/people/messages/outbox.mutations'

/** Deletes what is older than the retention periods of the settings. Returns how much. */
export async function deleteWhatIsOld(now: Date): Promise<number> {
  const { retention } = await readSettings()
  const counts = await Promise.all([
    deleteOldSubmissions(now, retention.submissions),
    deleteOldSessions(now, retention.sessions),
    deleteOldRequests(now, retention.accessRequests),
    deleteOldInvitations(now, retention.accessRequests),
    deleteOldLinks(now, retention.accessRequests),
    deleteOldFormDrafts(now, retention.formDrafts),
    deleteOldEnquiries(now, retention.enquiries),
    deleteOldReadings(now),
    deleteUnusedMedia(now),
    deleteOldChanges(now),
    deleteOldChainImports(now),
    emptyOldImports(now, retention.importFiles),
    emptyOldMail(now, retention.mailTexts),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}
