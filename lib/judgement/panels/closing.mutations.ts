import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { pagePath } from '@/i18n/translated-path'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { MAX_PEOPLE } from './data'
import { closedEmail, closedForAssessorEmail } from './rules'

/** What the message about a closed round needs. */
export const CLOSED_ROUND = {
  requestedById: true,
  invitations: {
    where: { state: { in: ['invited', 'accepted'] } },
    select: { assessorId: true },
    take: MAX_PEOPLE,
  },
  assessments: {
    where: { status: 'submitted' },
    select: { assessorId: true },
    take: MAX_PEOPLE,
  },
  initiative: {
    select: {
      id: true,
      slug: true,
      organisationId: true,
      publishedRevision: { select: { title: true } },
    },
  },
} satisfies Prisma.AssessmentRoundSelect

/** Tells who asked, the owner, and whoever judged or still could. */
export async function tellClosed(
  tx: Transaction,
  round: Prisma.AssessmentRoundGetPayload<{ select: typeof CLOSED_ROUND }> & {
    roundId: string
    submitted: number
    actorId: string | null
  },
): Promise<void> {
  const { roundId, submitted, actorId, requestedById, initiative } = round
  const title = initiative.publishedRevision?.title
  if (title === undefined) return
  const owners = await listWriterIds(tx, initiative.organisationId)
  const judged = round.assessments.map(({ assessorId }) => assessorId)
  const silent = round.invitations.map(({ assessorId }) => assessorId)
  const asker = requestedById === null ? [] : [requestedById]
  const tell = (people: readonly string[], mail: { subject: string; text: string }) =>
    notifyPeople(
      tx,
      {
        kind: 'panel-closed',
        key: roundId,
        title,
        path: pagePath('/initiatives/[slug]', { slug: initiative.slug }),
        mail: { ...mail, key: `panel-closed:${roundId}` },
      },
      { people, subjects: [], actorId },
    )
  await tell([...new Set([...asker, ...owners])], closedEmail(title, submitted))
  await tell(judged, closedForAssessorEmail(title, submitted, true))
  await tell(
    silent.filter((id) => !judged.includes(id)),
    closedForAssessorEmail(title, submitted, false),
  )
}
