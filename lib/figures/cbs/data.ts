import 'server-only'
import type { z } from 'zod'
import {
  fetchJson,
  fetchPage,
  fetchPages,
  RemoteError,
  type RemoteOptions,
} from '@/lib/base/files/odata'
import {
  codeSchema,
  dimensionSchema,
  observationSchema,
  propertiesSchema,
  type CbsMapping,
  type CbsObservation,
} from './schema'
import type { CbsDescription, CbsTable } from './types'

async function readAll<Schema extends z.ZodType>(
  url: string,
  schema: Schema,
  remote: RemoteOptions,
): Promise<z.infer<Schema>[]> {
  const rows: z.infer<Schema>[] = []
  for await (const page of fetchPages(url, schema, remote)) rows.push(...page.rows)
  return rows
}

/** What CBS says of a table beside its figures. Throws RemoteError. */
export async function readCbsTable(mapping: CbsMapping, remote: RemoteOptions): Promise<CbsTable> {
  const address = `${remote.base}/${mapping.table}`
  const properties = propertiesSchema.safeParse(await fetchJson(`${address}/Properties`, remote))
  if (!properties.success) throw new RemoteError('otherShape', `${address}/Properties`)
  const dimensions = await readAll(`${address}/Dimensions`, dimensionSchema, remote)
  const measures = await readAll(`${address}/MeasureCodes`, codeSchema, remote)
  const names = dimensions.map(({ Identifier }) => Identifier.trim())
  const periods = names.includes(mapping.periodDimension)
    ? await readAll(`${address}/${mapping.periodDimension}Codes`, codeSchema, remote)
    : []
  return {
    modified: properties.data.Modified ?? null,
    dimensions: names,
    measures: new Map(measures.map((row) => [row.Identifier.trim(), row.Title])),
    periodStatus: new Map(
      periods.flatMap((row) =>
        row.Status == null ? [] : [[row.Identifier.trim(), row.Status] as const],
      ),
    ),
  }
}

const SHOWN_ROWS = 8
/** More codes than this, such as all municipalities, make no list to choose from. */
const MOST_CODES = 100
const MOST_MEASURES = 500

const textOf = (row: CbsObservation) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, cell]) => typeof cell === 'string' || typeof cell === 'number')
      .map(([name, cell]) => [name, String(cell).trim().slice(0, 200)]),
  )

/** Dimensions with their codes, measures and first rows of a table. Throws RemoteError. */
export async function describeCbsTable(
  table: string,
  remote: RemoteOptions,
): Promise<CbsDescription> {
  const address = `${remote.base}/${table}`
  const properties = propertiesSchema.safeParse(await fetchJson(`${address}/Properties`, remote))
  if (!properties.success) throw new RemoteError('otherShape', `${address}/Properties`)
  const dimensions = []
  for (const { Identifier } of await readAll(`${address}/Dimensions`, dimensionSchema, remote)) {
    const name = Identifier.trim()
    const codes = await readAll(`${address}/${name}Codes`, codeSchema, remote)
    dimensions.push({
      name,
      codes:
        codes.length > MOST_CODES
          ? []
          : codes.map((row) => ({ code: row.Identifier.trim(), title: row.Title.trim() })),
    })
  }
  const measures = await readAll(`${address}/MeasureCodes`, codeSchema, remote)
  const first = await fetchPage(
    `${address}/Observations?$top=${SHOWN_ROWS}`,
    observationSchema,
    remote,
  )
  return {
    table,
    title: properties.data.Title?.trim() ?? table,
    modified: properties.data.Modified ?? null,
    dimensions,
    rows: first.rows.slice(0, SHOWN_ROWS).map(textOf),
    measures: measures.slice(0, MOST_MEASURES).map((row) => ({
      code: row.Identifier.trim(),
      title: row.Title.trim(),
      unit: row.Unit?.trim() ?? '',
      decimals: row.Decimals ?? null,
    })),
  }
}
