import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import type { Transaction } from '@/lib/base/db/db'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { forgetTold, notifyPeople } from '@/lib/people/follows/mutations'
import { returnedEmail } from '@/lib/knowledge/revisions/mails.rules'
import { getReviewTarget, listReviewers } from '@/lib/knowledge/revisions/reviewers.data'

/** Tells the moderators who look afterwards, in the inbox alone: nothing waits on them. */
export async function tellCorrected(
  tx: Transaction,
  revisionId: string,
  actorId: string,
): Promise<void> {
  const target = await getReviewTarget(revisionId, tx)
  const reviewers = await listReviewers(target, tx)
  await notifyPeople(
    tx,
    {
      kind: 'correction-published',
      key: revisionId,
      title: target.title,
      path: pagePath('/workspace/corrections/[id]', { id: revisionId }),
    },
    { people: reviewers.map(({ id }) => id), subjects: [], actorId },
  )
}

/** Takes back what asked to look: someone did, or another version came. */
export async function untellCorrected(tx: Transaction, revisionId: string): Promise<void> {
  await forgetTold(tx, 'correction-published', revisionId)
}

/** Tells the editors that the version before is back, and why. */
export async function tellPutBack(
  tx: Transaction,
  revisionId: string,
  { reason, actorId }: { reason: string; actorId: string },
): Promise<void> {
  const { title, organisationId, slug } = await getReviewTarget(revisionId, tx)
  await notifyPeople(
    tx,
    {
      kind: 'correction-returned',
      key: revisionId,
      title,
      note: reason,
      path: pagePath('/initiatives/[slug]', { slug }),
      mail: {
        ...returnedEmail({ title, reason, remarks: 0 }),
        subject: `Kleine verbetering teruggedraaid: "${title}"`,
      },
    },
    { people: await listWriterIds(tx, organisationId), subjects: [], actorId },
  )
}
