import 'server-only'
import { db } from '@/lib/base/db/db'
import { draftSelect, toContent } from './data'
import type { VersionContent } from './types'

export interface PublishedVersion {
  initiativeId: string
  slug: string
  organisation: string
  isExample: boolean
  number: number
  /** ISO time. */
  publishedAt: string
  content: VersionContent
}

/** The published versions of these initiatives, in no order; those without one are left out. */
export async function listPublishedVersions(
  initiativeIds: readonly string[],
): Promise<PublishedVersion[]> {
  const rows = await db.initiativeRevision.findMany({
    where: { initiativeId: { in: [...initiativeIds] }, status: 'published' },
    select: {
      ...draftSelect,
      publishedAt: true,
      initiative: {
        select: { ...draftSelect.initiative.select, isExample: true },
      },
    },
    orderBy: { id: 'asc' },
    take: initiativeIds.length,
  })
  return rows.map((row) => ({
    initiativeId: row.initiativeId,
    slug: row.initiative.slug,
    organisation: row.initiative.organisation.name,
    isExample: row.initiative.isExample,
    number: row.number,
    publishedAt: (row.publishedAt ?? row.updatedAt).toISOString(),
    content: toContent(row),
  }))
}
