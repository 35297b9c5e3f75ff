import 'server-only'
import type { z } from 'zod'
import { fetchJson, fetchPages, RemoteError, type RemoteOptions } from '@/lib/platform/odata'
import { codeSchema, dimensionSchema, propertiesSchema, type CbsMapping } from './schema'
import type { CbsTable } from './types'

async function readAll<Schema extends z.ZodType>(url: string, schema: Schema, remote: RemoteOptions): Promise<z.infer<Schema>[]> {
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
  const periods = names.includes(mapping.periodDimension) ? await readAll(`${address}/${mapping.periodDimension}Codes`, codeSchema, remote) : []
  return {
    modified: properties.data.Modified ?? null,
    dimensions: names,
    measures: new Map(measures.map((row) => [row.Identifier.trim(), row.Title])),
    periodStatus: new Map(periods.flatMap((row) => (row.Status == null ? [] : [[row.Identifier.trim(), row.Status] as const]))),
  }
}
