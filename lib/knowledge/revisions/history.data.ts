import 'server-only'
import type { ClosingKind } from '@/generated/prisma/enums'
import { db } from '@/lib/base/db/db'
import { IS_READABLE, WAS_PUBLIC } from '@/lib/knowledge/publication/rules'
import { draftSelect, toContent } from './data'
import { readableContent } from './differences.rules'
import type { PublicVersion, VersionComparison } from './types'

const MAX_VERSIONS = 200

/** The versions that are or were public, newest first. Empty when none can be read. */
export async function listPublicVersions(initiativeId: string): Promise<PublicVersion[]> {
  const rows = await db.initiativeRevision.findMany({
    where: { ...WAS_PUBLIC, initiative: { id: initiativeId, ...IS_READABLE } },
    select: { number: true, publishedAt: true, changeReason: true },
    orderBy: { number: 'desc' },
    take: MAX_VERSIONS,
  })
  return rows.flatMap(({ number, publishedAt, changeReason }) =>
    publishedAt ? [{ number, publishedAt: publishedAt.toISOString(), reason: changeReason }] : [],
  )
}

const standingOf = (closed: ClosingKind | undefined): VersionComparison['standing'] =>
  closed === undefined ? 'open' : closed === 'merged' ? 'merged' : 'archived'

/** A public version with the public one before it, or null. Without what readers may not see. */
export async function getVersionComparison(
  slug: string,
  number: number,
): Promise<VersionComparison | null> {
  const [row, previous] = await db.initiativeRevision.findMany({
    where: {
      ...WAS_PUBLIC,
      number: { lte: number },
      initiative: { slug, ...IS_READABLE },
    },
    select: { ...draftSelect, publishedAt: true, changeReason: true },
    orderBy: { number: 'desc' },
    take: 2,
  })
  if (!row?.publishedAt || row.number !== number) return null
  const { initiative } = row
  return {
    revisionId: row.id,
    number,
    publishedAt: row.publishedAt.toISOString(),
    reason: row.changeReason,
    initiativeId: row.initiativeId,
    slug: initiative.slug,
    title: row.title,
    organisationId: initiative.organisationId,
    organisationName: initiative.organisation.name,
    isCurrent: row.status === 'published',
    standing: standingOf(initiative.closure?.kind),
    content: readableContent(toContent(row)),
    previous: previous
      ? { number: previous.number, content: readableContent(toContent(previous)) }
      : null,
  }
}

/** What the writer said of this version; empty when nothing yet. */
export async function getChangeReason(revisionId: string): Promise<string> {
  const row = await db.initiativeRevision.findUnique({
    where: { id: revisionId },
    select: { changeReason: true },
  })
  return row?.changeReason ?? ''
}
