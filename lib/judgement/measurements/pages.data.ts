import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { listMoved } from '@/lib/knowledge/initiatives/addresses.data'
import { listInitiativeIndicators } from './data'
import { earlierVersions } from './rules'
import type { MeasurementPage, MeasurementStanding, ReplyTarget } from './types'

const title = { select: { title: true } } as const
const initiativeSelect = {
  id: true,
  slug: true,
  organisationId: true,
  organisation: { select: { name: true } },
  publishedRevision: title,
  closure: {
    select: {
      kind: true,
      reason: true,
      closedAt: true,
      organisation: { select: { name: true } },
      revision: title,
    },
  },
} as const

async function getStanding(id: string, slug: string): Promise<MeasurementStanding | null> {
  const row = await db.measurement.findFirst({
    where: { id, indicator: { initiative: { slug } } },
    select: { indicator: { select: { initiative: { select: initiativeSelect } } } },
    orderBy: { id: 'asc' },
  })
  if (!row) return null
  const { publishedRevision, closure, organisation, ...initiative } = row.indicator.initiative
  const shown = publishedRevision ?? closure?.revision
  if (!shown) return null
  const isMerged = closure?.kind === 'merged'
  return {
    initiativeId: initiative.id,
    slug: initiative.slug,
    organisationId: initiative.organisationId,
    organisationName: organisation.name,
    title: shown.title,
    closure: closure && {
      kind: closure.kind,
      reason: closure.reason,
      byName: closure.organisation?.name ?? null,
      at: closure.closedAt.toISOString(),
    },
    into: isMerged ? ((await listMoved([slug])).get(slug) ?? null) : null,
  }
}

/**
 * A measurement at the address of its initiative; null where nothing was ever public. Measurements
 * that were corrected keep their address, and so do those of archived and merged initiatives. Of a
 * withdrawn one only the standing may be shown: the caller looks at `closure`.
 */
export async function getMeasurementPage(
  slug: string,
  id: string,
): Promise<MeasurementPage | null> {
  if (!z.uuid().safeParse(id).success) return null
  const standing = await getStanding(id, slug)
  if (!standing) return null
  const indicators = await listInitiativeIndicators(standing.initiativeId)
  for (const indicator of indicators) {
    const all = [...indicator.measurements, ...indicator.replaced]
    const measurement = all.find((one) => one.id === id)
    if (!measurement) continue
    const nextOf = (of: string) => all.find(({ supersedesId }) => supersedesId === of)
    const next = nextOf(id)
    let last = next
    while (last && nextOf(last.id)) last = nextOf(last.id)
    return {
      ...standing,
      indicator,
      measurement,
      earlier: earlierVersions(measurement, indicator.replaced),
      replacedBy:
        next && last ? { id: last.id, at: next.createdAt, reason: next.correctionReason } : null,
    }
  }
  return null
}

/** The measurement that an answer is about, with the answer so far; null when it is not public. */
export async function getReplyTarget(measurementId: string): Promise<ReplyTarget | null> {
  if (!z.uuid().safeParse(measurementId).success) return null
  const row = await db.measurement.findFirst({
    where: { id: measurementId, indicator: { initiative: { publishedRevisionId: { not: null } } } },
    select: {
      indicator: { select: { initiative: { select: { id: true, organisationId: true } } } },
      replies: { select: { text: true, version: true }, orderBy: { version: 'desc' }, take: 1 },
    },
    orderBy: { id: 'asc' },
  })
  const [reply] = row?.replies ?? []
  return (
    row && {
      measurementId,
      initiativeId: row.indicator.initiative.id,
      organisationId: row.indicator.initiative.organisationId,
      text: reply?.text ?? '',
      version: reply?.version ?? 0,
    }
  )
}
