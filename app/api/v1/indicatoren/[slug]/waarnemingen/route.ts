import { listConcepts, listContextFigures } from '@/lib/figures/indicators/data'
import {
  OBSERVATION_PAGES,
  observationsQuerySchema,
  observationsSchema,
} from '@/lib/figures/indicators/open-data.schema'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import { apiJson, apiResource, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { isSlug } from '@/lib/base/text/text'
import { type DatasetOf, listDatasetsOf } from '@/lib/figures/statistics/data'
import { type CellRow, countSeenCells, listSeenCells } from '@/lib/figures/statistics/cells.data'
import { endOfDay, periodCode, periodNumber, periodStart } from '@/lib/figures/statistics/rules'

const PAGE_SIZE = 5_000
const MOST = PAGE_SIZE * OBSERVATION_PAGES

const printed = ({
  sourceKey,
  region,
  periodCode: code,
  periodLabel,
  periodStart: begin,
  value,
  unit,
  qualifier,
  status,
  breakdown,
  source,
  reportRef,
  caveats,
}: ContextFigure) => ({
  sleutel: sourceKey,
  regio: { code: region.code, slug: region.slug, naam: region.name },
  periode: { code, label: periodLabel, begin },
  waarde: value,
  reden: null,
  dataset: null,
  sinds: null,
  tot: null,
  eenheid: unit,
  kwalificatie: qualifier,
  status,
  uitsplitsing: breakdown,
  bron: { naam: source.name, url: source.url },
  vindplaats: reportRef,
  opmerkingen: caveats.map(({ finding }) => finding),
})

const dimensions = (breakdown: string) =>
  breakdown === ''
    ? null
    : Object.fromEntries(
        breakdown
          .split(';')
          .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
      )

const seen = (row: CellRow, unit: string, dataset: DatasetOf | undefined) => {
  const code = periodCode(row.period)
  return {
    sleutel: `${row.datasetId}/${row.code}/${code}/${row.breakdown}`,
    regio: { code: row.code, slug: row.slug, naam: row.name },
    periode: { code, label: code, begin: periodStart(code) },
    waarde: row.value,
    reden: row.attribute,
    dataset: dataset?.slug ?? null,
    sinds: row.since.toISOString(),
    tot: row.until?.toISOString() ?? null,
    eenheid: unit,
    kwalificatie: 'exact',
    status: row.status,
    uitsplitsing: dimensions(row.breakdown),
    bron: { naam: dataset?.source.name ?? '', url: dataset?.source.url ?? null },
    vindplaats: null,
    opmerkingen: [],
  }
}

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{ slug: string }>(
  async (request, { slug }) => {
    const query = parseQuery(request, observationsQuerySchema)
    if ('problem' in query) return query.problem
    const concept = isSlug(slug)
      ? (await listConcepts()).find((known) => known.slug === slug)
      : undefined
    if (!concept) return notFoundProblem()
    const { regio, periode, peildatum, pagina } = query.data
    const at = peildatum === undefined ? new Date() : endOfDay(peildatum)
    const filter = {
      slug,
      at,
      regions: regio.length === 0 ? undefined : regio,
      periods:
        periode.length === 0 ? undefined : periode.flatMap((code) => periodNumber(code) ?? []),
    }
    const report = (await listContextFigures({ indicatorSlugs: [slug], asOf: at }))
      .filter(
        ({ region }) =>
          regio.length === 0 || regio.includes(region.code) || regio.includes(region.slug),
      )
      .filter(
        ({ periodCode: code }) => periode.length === 0 || (code !== null && periode.includes(code)),
      )
      .map(printed)
    const from = (pagina - 1) * PAGE_SIZE
    const ofReport = report.slice(from, from + PAGE_SIZE)
    const [count, datasets, cells] = await Promise.all([
      countSeenCells(filter, MOST + 1),
      listDatasetsOf(slug),
      listSeenCells({
        ...filter,
        skip: Math.max(0, from - report.length),
        take: PAGE_SIZE - ofReport.length,
      }),
    ])
    const totaal = Math.min(report.length + count, MOST)
    const items = [
      ...ofReport,
      ...cells.map((row) =>
        seen(
          row,
          concept.unit,
          datasets.find(({ id }) => id === row.datasetId),
        ),
      ),
    ]
    return apiJson(
      observationsSchema.parse({
        indicator: slug,
        items,
        totaal,
        totaalIsMinimum: report.length + count > MOST,
        pagina,
        paginas: Math.max(1, Math.ceil(totaal / PAGE_SIZE)),
        peildatum: todayInNetherlands(at),
      }),
    )
  },
)
