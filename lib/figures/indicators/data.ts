import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import type { ContextFigure, FigureRegion } from './types'

const FIGURE_LIMIT = 2_000

const caveatSelect = {
  slug: true,
  severity: true,
  finding: true,
  advice: true,
  reportRef: true,
  withholds: true,
  position: true,
} satisfies Prisma.CaveatSelect

const figureSelect = {
  sourceKey: true,
  periodCode: true,
  periodLabel: true,
  periodStart: true,
  value: true,
  unit: true,
  qualifier: true,
  status: true,
  breakdown: true,
  reportRef: true,
  note: true,
  sourceId: true,
  source: { select: { slug: true, name: true, url: true } },
  region: { select: { id: true, code: true, type: true, name: true, slug: true } },
  indicator: {
    select: {
      slug: true,
      labelNl: true,
      labelEn: true,
      definitionNl: true,
      definitionEn: true,
      groupSlug: true,
      unpaidWork: true,
      position: true,
      decimals: true,
      sourceId: true,
      caveats: { select: { caveat: { select: caveatSelect } }, take: 20 },
    },
  },
  caveats: { select: { caveat: { select: caveatSelect } }, take: 20 },
} satisfies Prisma.ObservationSelect

type FigureRow = Prisma.ObservationGetPayload<{ select: typeof figureSelect }>

const breakdownSchema = z.record(z.string(), z.string()).nullable()

function toFigure({
  indicator,
  caveats,
  value,
  periodStart,
  breakdown,
  sourceId,
  ...row
}: FigureRow): ContextFigure | null {
  const { caveats: indicatorCaveats, decimals, sourceId: mainSourceId, ...concept } = indicator
  const all = new Map([...caveats, ...indicatorCaveats].map(({ caveat }) => [caveat.slug, caveat]))
  const sorted = [...all.values()].sort((a, b) => a.position - b.position)
  // A doubtful figure stays in the database and out of sight until it is checked.
  if (row.status === 'withheld' || sorted.some((caveat) => caveat.withholds)) return null
  return {
    ...row,
    indicator: concept,
    decimals,
    value: value.toNumber(),
    periodStart: toCalendarDate(periodStart),
    breakdown: breakdownSchema.parse(breakdown),
    isMainSource: sourceId === mainSourceId,
    caveats: sorted.map(({ slug, severity, finding, advice, reportRef }) => ({
      slug,
      severity,
      finding,
      advice,
      reportRef,
    })),
  }
}

/** All visible figures of these indicators, in these regions or in all. Duplicates included. */
export async function listContextFigures(filter: {
  indicatorSlugs: readonly string[]
  regionIds?: readonly string[]
  asOf?: Date
}): Promise<ContextFigure[]> {
  const rows = await db.observation.findMany({
    where: {
      indicator: { slug: { in: [...filter.indicatorSlugs] } },
      ...(filter.regionIds && { regionId: { in: [...filter.regionIds] } }),
      ...(filter.asOf && { retrievedAt: { lte: filter.asOf } }),
    },
    select: figureSelect,
    orderBy: [{ indicator: { position: 'asc' } }, { sourceKey: 'asc' }],
    take: FIGURE_LIMIT,
  })
  return rows.map(toFigure).filter((figure) => figure !== null)
}

const regionSelect = {
  id: true,
  code: true,
  type: true,
  name: true,
  slug: true,
} satisfies Prisma.RegionSelect

/** A region by its slug, or null. */
export async function getFigureRegion(slug: string): Promise<FigureRegion | null> {
  return db.region.findUnique({ where: { slug }, select: regionSelect })
}

/** These regions, by name. */
export async function listFigureRegions(ids: readonly string[]): Promise<FigureRegion[]> {
  return db.region.findMany({
    where: { id: { in: [...ids] } },
    select: regionSelect,
    orderBy: [{ name: 'asc' }, { code: 'asc' }],
    take: 200,
  })
}

/** Every indicator in its own order, with its main source. */
export async function listConcepts() {
  return db.statIndicator.findMany({
    select: {
      slug: true,
      labelNl: true,
      labelEn: true,
      definitionNl: true,
      definitionEn: true,
      unit: true,
      decimals: true,
      unpaidWork: true,
      source: { select: { name: true, url: true } },
    },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: 500,
  })
}
