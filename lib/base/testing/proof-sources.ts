import type { db } from '@/lib/base/db/db'
import type * as Datasets from '@/lib/figures/datasets/mutations'
import type { datasetSchema } from '@/lib/figures/datasets/schema'
import { type FakeTable, startODataServer } from './odata-server'

export const NUMBER = 'M001'

function makeTable(codes: readonly string[]): FakeTable {
  const observations = codes.flatMap((code, at) =>
    ['2023JJ00', '2024JJ00'].map((period, year) => ({
      Id: at * 2 + year,
      Measure: NUMBER,
      RegioS: code.padEnd(10),
      Perioden: period,
      Value: 100 + at + year,
      StringValue: null,
      ValueAttribute: 'None',
    })),
  )
  return {
    modified: '2026-01-01T02:00:00',
    dimensions: ['RegioS', 'Perioden'],
    measures: [{ Identifier: NUMBER, Title: 'Geregistreerde werkzoekenden' }],
    periods: [
      { Identifier: '2023JJ00', Title: '2023', Status: 'Definitief' },
      { Identifier: '2024JJ00', Title: '2024', Status: 'Voorlopig' },
    ],
    observations,
    pageSize: 60,
  }
}

const PROOF_TABLE = {
  kind: 'cbs_odata',
  slug: 'proef-tabel',
  title: 'Proeftabel',
  source: 'cbs-85648NED',
  rollup: true,
  mapping: {
    table: '99001NED',
    regionDimension: 'RegioS',
    measures: { [NUMBER]: { indicator: 'gwu-personen', title: 'Geregistreerde werkzoekenden' } },
  },
}

const PROOF_FILE = {
  kind: 'file',
  slug: 'proef-bestand',
  title: 'Proefbestand',
  source: 'cbs-85648NED',
  mapping: {
    region: 'Gemeente',
    regionType: 'municipality',
    periodColumn: 'Jaar',
    values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
  },
}

async function municipalityCodes(client: typeof db): Promise<string[]> {
  const rows = await client.region.findMany({
    where: { type: 'municipality' },
    select: { code: true },
    orderBy: { code: 'asc' },
  })
  return rows.map(({ code }) => code)
}

interface Modules {
  saveDataset: typeof Datasets.saveDataset
  datasetSchema: typeof datasetSchema
}

export async function startProofSources(
  client: typeof db,
  { saveDataset, datasetSchema: schema }: Modules,
) {
  const municipalities = await municipalityCodes(client)
  const table = makeTable(municipalities)
  await saveDataset(schema.parse(PROOF_TABLE), null)
  await saveDataset(schema.parse(PROOF_FILE), null)
  return { municipalities, table, server: await startODataServer({ '99001NED': table }) }
}
