import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import type { Locale } from '@/i18n/routing'
import { db, type Transaction } from '@/lib/base/db/db'
import { toCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { listInitiativeIndicators } from '@/lib/judgement/measurements/data'
import { evidenceColumns, toSummary } from '@/lib/knowledge/evidence/schema'
import { getRegionChain } from '@/lib/monitor/chains/data'
import { inLanguage } from '@/lib/monitor/chains/national-goals.rules'
import { initiativesIn, MAX_PAPERS, paperModel, type PaperFacts } from './rules'
import type { FrozenPaper, PaperFileKind, PaperModel, PaperRequestView } from './types'

/** Results of more initiatives would not be read at a table. */
const MOST_MEASURED = 60

async function readFacts(initiativeIds: readonly string[]): Promise<PaperFacts> {
  const [rows, indicators] = await Promise.all([
    db.initiativeSearch.findMany({
      where: { initiativeId: { in: [...initiativeIds] } },
      select: { initiativeId: true, ...evidenceColumns },
      orderBy: { initiativeId: 'asc' },
      take: 2_000,
    }),
    Promise.all(
      initiativeIds
        .slice(0, MOST_MEASURED)
        .map(async (id) => [id, await listInitiativeIndicators(id)] as const),
    ),
  ])
  return {
    evidence: new Map(rows.map((row) => [row.initiativeId, toSummary(row)])),
    indicators: new Map(indicators),
  }
}

/** What was written about what is asked of the board; null for nothing. */
export async function getPaperRequest(
  regionId: string,
  year: number,
  client: Transaction = db,
): Promise<PaperRequestView | null> {
  return client.paperRequest.findUnique({
    where: { regionId_year: { regionId, year } },
    select: { text: true, version: true },
  })
}

/** The paper of a region and year as it would be made now; null for an unknown region. */
export async function getPaper(
  regionId: string,
  year: number,
  today: CalendarDate,
  locale: Locale,
): Promise<PaperModel | null> {
  const stored = await getRegionChain(regionId, year)
  if (!stored) return null
  const chain = inLanguage(stored, locale)
  const [facts, request] = await Promise.all([
    readFacts(initiativesIn(chain)),
    getPaperRequest(regionId, year),
  ])
  const text = request?.text ?? ''
  return paperModel(chain, facts, { today, request: text === '' ? null : text })
}

const frozenSelect = {
  id: true,
  year: true,
  organisationName: true,
  request: true,
  isProposal: true,
  hasExamples: true,
  dataOn: true,
  createdAt: true,
  decision: true,
  decidedOn: true,
  region: { select: { id: true, slug: true, name: true } },
  files: {
    select: { kind: true, sha256: true, sizeBytes: true },
    orderBy: { kind: 'asc' },
    take: 3,
  },
} satisfies Prisma.BoardPaperSelect

const toFrozen = ({
  region,
  dataOn,
  createdAt,
  decidedOn,
  ...row
}: Prisma.BoardPaperGetPayload<{ select: typeof frozenSelect }>): FrozenPaper => ({
  ...row,
  regionId: region.id,
  regionSlug: region.slug,
  regionName: region.name,
  dataOn: toCalendarDate(dataOn),
  createdAt: createdAt.toISOString(),
  decidedOn: toCalendarDate(decidedOn),
})

/** The settled papers of a region and year, newest first. */
export async function listFrozenPapers(regionId: string, year: number): Promise<FrozenPaper[]> {
  const rows = await db.boardPaper.findMany({
    where: { regionId, year },
    select: frozenSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_PAPERS,
  })
  return rows.map(toFrozen)
}

/** A settled paper without its files; null for an unknown one. */
export async function getFrozenPaper(id: string): Promise<FrozenPaper | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.boardPaper.findUnique({ where: { id }, select: frozenSelect })
  return row && toFrozen(row)
}

/** The bytes of one file of a settled paper, with what names it; null for an unknown one. */
export async function getFrozenFile(id: string, kind: PaperFileKind) {
  if (!z.uuid().safeParse(id).success) return null
  return db.boardPaperFile.findUnique({
    where: { paperId_kind: { paperId: id, kind } },
    select: {
      sha256: true,
      content: true,
      paper: { select: { year: true, dataOn: true, region: { select: { slug: true } } } },
    },
  })
}
