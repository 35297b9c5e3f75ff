import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { RegionType } from '@/generated/prisma/enums'
import { listConcepts, listContextFigures } from '@/lib/figures/indicators/data'
import { type CalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import { countFiguresByIndicator, listCaveats, listFigureChecks, listTableIndicators } from './data'
import { getIndicatorAsSeen } from './as-seen.data'
import { endOfDay, type Span } from './rules'
import { seenQuerySchema } from './schema'
import type { IndicatorAsSeen } from './types'

const readSeen = cache(
  cached(
    'statistics-seen',
    async (
      slug: string,
      day: CalendarDate | null,
      regionType: RegionType | undefined,
      span: Span | undefined,
    ) =>
      getIndicatorAsSeen({ slug, at: day === null ? new Date() : endOfDay(day), regionType, span }),
  ),
)

export async function loadIndicatorAsSeen(
  slug: string,
  query: unknown,
): Promise<
  IndicatorAsSeen & {
    isPast: boolean
    chosenType: RegionType | undefined
    chosenRegion: string | undefined
    span: Span | undefined
  }
> {
  const { asOf, regionType, region, span } = seenQuerySchema.parse(query)
  const isPast = asOf !== undefined && asOf < todayInNetherlands(new Date())
  const seen = isSlug(slug) ? await readSeen(slug, isPast ? asOf : null, regionType, span) : null
  return { ...(seen ?? notFound()), isPast, chosenType: regionType, chosenRegion: region, span }
}

export const loadIndicatorList = cached('statistics-list', async () => {
  const [concepts, counts] = await Promise.all([listConcepts(), countFiguresByIndicator()])
  return concepts.map((concept) => ({ ...concept, count: counts.get(concept.slug) ?? 0 }))
})

const TABLES = ['tabel 1', 'tabel 2', 'tabel 3', 'tabel 4'] as const

export const loadReportTables = cached('statistics-report', async () => {
  const [checks, caveats, ...tables] = await Promise.all([
    listFigureChecks(),
    listCaveats(),
    ...TABLES.map(async (reportRef) => {
      const indicatorSlugs = await listTableIndicators(reportRef)
      const figures = (await listContextFigures({ indicatorSlugs })).filter(
        (figure) => figure.reportRef === reportRef,
      )
      const regions = new Map(figures.map(({ region }) => [region.id, region]))
      return { reportRef, indicatorSlugs, figures, regions: [...regions.values()] }
    }),
  ])
  return { tables, checks, caveats }
})
