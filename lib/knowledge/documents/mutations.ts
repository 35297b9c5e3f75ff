import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { saveDraft } from '@/lib/knowledge/revisions/drafts.mutations'
import { saveNewInitiative } from '@/lib/knowledge/revisions/mutations'
import type { DraftContent } from '@/lib/knowledge/revisions/types'
import { READING_HOURS } from './rules'
import { sourceName } from './schema'
import type { Proposal } from './types'

const HOUR_MS = 60 * 60_000
/** Two tabs and a mistake; older readings of the same person go. */
const KEPT_PER_PERSON = 3

const toJson = ({ passage, result, ...proposal }: Proposal): Prisma.InputJsonObject => ({
  ...proposal,
  passage: { text: passage.text, marks: passage.marks },
  ...(result && { result: { ...result } }),
})

async function deleteSurplus(tx: Transaction, userId: string): Promise<void> {
  const surplus = await tx.documentReading.findMany({
    where: { userId },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: KEPT_PER_PERSON,
    take: 100,
  })
  await tx.documentReading.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } })
}

/** Keeps proposals for a day, for their person alone. Returns the id. */
export async function saveReading(
  input: Sender & {
    source: string
    proposals: readonly Proposal[]
    now: Date
    /** Initiatives shown as lookalikes before: noted when a draft is made. */
    consultedIds?: readonly string[]
  },
): Promise<{ id: string }> {
  const { actorId, submission, source, proposals, now, consultedIds = [] } = input
  return once({ actorId, submission }, async (tx) => {
    const row = await tx.documentReading.create({
      data: {
        userId: actorId,
        source: sourceName(source),
        proposals: proposals.map((proposal) => toJson(proposal)),
        consultedIds: [...consultedIds],
        expiresAt: new Date(now.getTime() + READING_HOURS * HOUR_MS),
      },
      select: { id: true },
    })
    await deleteSurplus(tx, actorId)
    return row
  })
}

const proposedFields = z.array(z.looseObject({ field: z.string() }))

/** Deletes the reading; says whether its document named a region, accepted or not. */
async function takeReading(
  tx: Transaction,
  { readingId, actorId }: { readingId: string; actorId: string },
): Promise<{ namesRegion: boolean; consultedIds: string[] }> {
  const where = { id: readingId, userId: actorId }
  const select = { proposals: true, consultedIds: true }
  const reading = await tx.documentReading.findFirst({ where, select })
  const { count } = await tx.documentReading.deleteMany({ where })
  if (reading === null || count === 0) throw new AppError('NOT_FOUND')
  const { proposals, consultedIds } = reading
  return {
    namesRegion: proposedFields.parse(proposals).some(({ field }) => field === 'regions'),
    consultedIds,
  }
}

/** Notes what its writer was shown beforehand; what no longer exists is left out. */
async function noteConsulted(tx: Transaction, revisionId: string, otherIds: readonly string[]) {
  if (otherIds.length === 0) return
  const [{ initiativeId }, others] = await Promise.all([
    tx.initiativeRevision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { initiativeId: true },
    }),
    tx.initiative.findMany({
      where: { id: { in: [...otherIds] } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: otherIds.length,
    }),
  ])
  await tx.initiativeConsulted.createMany({
    data: others.map(({ id }) => ({ initiativeId, otherId: id })),
  })
}

/** The region that a new initiative of this organisation begins with. */
async function regionsOf(tx: Transaction, revisionId: string): Promise<string[]> {
  const rows = await tx.revisionRegion.findMany({
    where: { revisionId },
    select: { region: { select: { slug: true } } },
  })
  return rows.map(({ region }) => region.slug)
}

/**
 * Makes an initiative with a draft of what was accepted and deletes the reading, in one transaction.
 * Returns the id of the draft. Throws NOT_FOUND when the reading is gone, INVALID for an unknown
 * term or region. Where the document named no region, the draft begins with that of the organisation.
 */
export async function saveDraftFromReading(
  input: Sender & { readingId: string; organisationId: string; content: DraftContent },
): Promise<{ revisionId: string }> {
  const { actorId, submission, readingId, organisationId, content } = input
  return once({ actorId, submission }, async (tx) => {
    const { namesRegion, consultedIds } = await takeReading(tx, { readingId, actorId })
    const { title } = content
    const { revisionId } = await saveNewInitiative({ title, organisationId, actorId }, tx)
    await noteConsulted(tx, revisionId, consultedIds)
    const regions = namesRegion ? content.regions : await regionsOf(tx, revisionId)
    await saveDraft({ revisionId, version: 1, content: { ...content, regions }, actorId }, tx)
    return { revisionId }
  })
}

/** Deletes readings whose time is over. Returns how many. */
export async function deleteOldReadings(now: Date): Promise<number> {
  const where = { expiresAt: { lte: now } }
  return (await db.documentReading.deleteMany({ where })).count
}
