import 'server-only'
import { db } from '@/lib/base/db/db'
import { evidenceColumns, toSummary } from '@/lib/knowledge/evidence/schema'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { Described } from './types'

/** What published initiatives say of themselves, as search knows it. */
export async function getDescribed(initiativeId: string): Promise<Described | null> {
  const row = await db.initiativeSearch.findUnique({
    where: { initiativeId },
    select: {
      initiativeId: true,
      slug: true,
      targetGroups: true,
      instruments: true,
      sectors: true,
      challenges: true,
      regions: true,
      ...evidenceColumns,
    },
  })
  if (!row) return null
  const { targetGroups, evidenceRank, direction, effect, ...rest } = row
  return {
    ...rest,
    groups: targetGroups,
    evidence: toSummary({ evidenceRank, direction, effect }),
  }
}

/** What was found of published initiatives, by slug. */
export async function listEvidenceOf(
  slugs: readonly string[],
): Promise<Map<string, EvidenceSummary>> {
  if (slugs.length === 0) return new Map()
  const rows = await db.initiativeSearch.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, ...evidenceColumns },
    orderBy: { slug: 'asc' },
    take: slugs.length,
  })
  return new Map(rows.map(({ slug, ...row }) => [slug, toSummary(row)]))
}
