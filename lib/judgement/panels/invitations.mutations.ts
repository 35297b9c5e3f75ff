import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { notifyPeople } from '@/lib/people/follows/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { invitationEmail } from './rules'
import type { PanelTarget, Round } from './types'

/** Where an assessor judges and answers. */
export const assessPath = (slug: string): string =>
  pagePath('/workspace/assessments/[slug]', { slug })

/** Asks these assessors, once each, and tells them. `replacesId` made place for them. */
export async function invite(
  tx: Transaction,
  target: Pick<PanelTarget, 'slug' | 'title'>,
  round: Pick<Round, 'id' | 'deadline' | 'kind'>,
  assessorIds: readonly string[],
  replacesId: string | null = null,
): Promise<void> {
  await tx.assessmentInvitation.createMany({
    data: assessorIds.map((assessorId) => ({ roundId: round.id, assessorId, replacesId })),
    skipDuplicates: true,
  })
  const rows = await tx.assessmentInvitation.findMany({
    where: { roundId: round.id, assessorId: { in: [...assessorIds] } },
    select: { id: true, assessorId: true },
    orderBy: { id: 'asc' },
    take: assessorIds.length || 1,
  })
  for (const { id, assessorId } of rows)
    await notifyPeople(
      tx,
      {
        kind: 'panel-asked',
        key: id,
        title: target.title,
        path: assessPath(target.slug),
        mail: { ...invitationEmail(target.title, round), key: `panel-invitation:${id}` },
      },
      { people: [assessorId], subjects: [], actorId: null },
    )
}
