import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { listPlatformIds, listWriterIds } from '@/lib/people/accounts/recipients.data'
import { forgetTold, notifyPeople } from '@/lib/people/follows/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { getReviewTarget, listReviewers } from './reviewers.data'
import type { Remarks } from './types'
import { missingReviewerEmail, publishedEmail, returnedEmail, submittedEmail } from './mails.rules'

/** Tells who may decide on a version; without anyone, the administrators who can invite someone. */
export async function tellReviewers(
  tx: Transaction,
  revisionId: string,
  actorId: string,
): Promise<void> {
  const target = await getReviewTarget(revisionId, tx)
  const reviewers = (await listReviewers(target, tx)).filter(({ id }) => id !== actorId)
  const about = { title: target.title, organisation: target.organisationName }
  const nobody = { subjects: [], actorId }
  const key = revisionId
  if (reviewers.length > 0) {
    await notifyPeople(
      tx,
      {
        kind: 'revision-submitted',
        key,
        title: target.title,
        path: pagePath('/workspace/reviews/[id]', { id: revisionId }),
        mail: { ...submittedEmail(about), key: `${key}:${String(target.version)}` },
      },
      { people: reviewers.map(({ id }) => id), ...nobody },
    )
    return
  }
  await notifyPeople(
    tx,
    {
      kind: 'reviewer-missing',
      key,
      title: target.title,
      path: pagePath('/workspace/admin/people'),
      mail: { ...missingReviewerEmail(about), key: `${key}:${String(target.version)}` },
    },
    { people: await listPlatformIds(tx, 'administrator'), ...nobody },
  )
}

/** Takes back the request to decide: someone decided, or the editors withdrew. */
export async function untellReviewers(tx: Transaction, revisionId: string): Promise<void> {
  for (const kind of ['revision-submitted', 'reviewer-missing'] as const)
    await forgetTold(tx, kind, revisionId)
}

/** Tells the editors of the organisation that a version came back, with the reason. */
export async function tellReturned(
  tx: Transaction,
  revisionId: string,
  { reason, remarks = {}, actorId }: { reason: string; remarks?: Remarks; actorId: string },
): Promise<void> {
  const { title, organisationId, version } = await getReviewTarget(revisionId, tx)
  await notifyPeople(
    tx,
    {
      kind: 'revision-returned',
      key: `${revisionId}:${String(version)}`,
      title,
      note: reason,
      path: pagePath('/workspace/initiatives/[id]', { id: revisionId }),
      mail: returnedEmail({ title, reason, remarks: Object.keys(remarks).length }),
    },
    { people: await listWriterIds(tx, organisationId), subjects: [], actorId },
  )
}

/** Tells the editors of the organisation that a version is public. Returns whom. */
export async function tellPublished(
  tx: Transaction,
  revisionId: string,
  actorId: string | null,
): Promise<string[]> {
  const { title, organisationId, slug } = await getReviewTarget(revisionId, tx)
  const people = await listWriterIds(tx, organisationId)
  await notifyPeople(
    tx,
    {
      kind: 'revision-published',
      key: revisionId,
      title,
      path: pagePath('/initiatives/[slug]', { slug }),
      mail: publishedEmail(title),
    },
    { people, subjects: [], actorId },
  )
  return people
}
