import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import { getRevisionDraft } from '@/lib/knowledge/revisions/data'
import { getSeenVersion } from '@/lib/knowledge/revisions/seen.data'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import { moreThanSmall, type MoreThanSmall } from './rules'
import type { Correction, CorrectionDetail } from './types'

const MAX_WAITING = 500

/** What readers see now and no moderator looked at. */
const waits = {
  lookedAt: null,
  revision: { publishedAs: { isNot: null } },
} satisfies Prisma.RevisionCorrectionWhereInput

const select = {
  revisionId: true,
  beforeId: true,
  before: { select: { number: true } },
  revision: {
    select: {
      title: true,
      number: true,
      initiativeId: true,
      createdById: true,
      publishedAt: true,
      changeReason: true,
      regions: { select: { regionId: true }, take: 500 },
      initiative: {
        select: {
          slug: true,
          organisationId: true,
          organisation: { select: { name: true, ...actingRegionFields } },
        },
      },
    },
  },
} satisfies Prisma.RevisionCorrectionSelect

function toCorrection({
  revisionId,
  before,
  revision: { initiative, regions, publishedAt, changeReason, ...revision },
}: Prisma.RevisionCorrectionGetPayload<{ select: typeof select }>): Correction {
  return {
    revisionId,
    ...revision,
    slug: initiative.slug,
    organisationId: initiative.organisationId,
    organisationName: initiative.organisation.name,
    publishedAt: publishedAt ?? new Date(0),
    reason: changeReason,
    beforeNumber: before.number,
    regionIds: [
      ...regions.map(({ regionId }) => regionId),
      ...actingRegionsOf(initiative.organisation),
    ],
  }
}

/** Corrections to look at, oldest first. */
export async function listCorrections(
  mayLook: (target: Correction) => boolean,
): Promise<Correction[]> {
  const rows = await db.revisionCorrection.findMany({
    where: waits,
    select,
    orderBy: [{ revision: { publishedAt: 'asc' } }, { revisionId: 'asc' }],
    take: MAX_WAITING,
  })
  return rows.map(toCorrection).filter(mayLook)
}

/** One correction that waits, with both texts; null when it does not wait any more. */
export async function getCorrection(revisionId: string): Promise<CorrectionDetail | null> {
  if (!z.uuid().safeParse(revisionId).success) return null
  const row = await db.revisionCorrection.findFirst({ where: { ...waits, revisionId }, select })
  if (!row) return null
  const [before, after] = await Promise.all([
    getRevisionDraft(row.beforeId),
    getRevisionDraft(row.revisionId),
  ])
  return before && after && { ...toCorrection(row), before: before.content, after: after.content }
}

/**
 * Why this draft does not go online without a moderator: its organisation may not, nothing is public
 * yet, or it is more than a small correction. Null when it may.
 */
export async function getCorrectionFault(
  draft: Pick<RevisionDraft, 'initiativeId' | 'organisationId' | 'content'>,
  client: Transaction = db,
): Promise<MoreThanSmall | 'notAllowed' | null> {
  const { instantCorrections } = await client.organisation.findUniqueOrThrow({
    where: { id: draft.organisationId },
    select: { instantCorrections: true },
  })
  const seenId = instantCorrections ? await getSeenVersion(draft.initiativeId, client) : null
  const seen = seenId === null ? null : await getRevisionDraft(seenId, client)
  return seen === null ? 'notAllowed' : moreThanSmall(seen.content, draft.content)
}
