import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, query } from './fixtures'

interface FigureFile {
  slug: string
  title: string
  /** The first row names the columns: Regio (labour market), Jaar, Aantal and maybe Status. */
  rows: readonly string[]
  indicator: string
}

export async function readIn({ slug, title, rows, indicator }: FigureFile): Promise<void> {
  const [header = ''] = rows
  const mapping = {
    region: 'Regio',
    regionType: 'labour_market',
    periodColumn: 'Jaar',
    ...(header.includes('Status') && { statusColumn: 'Status' }),
    values: [{ column: 'Aantal', indicator }],
  }
  await query(
    `INSERT INTO stat_dataset (slug, title, kind, source_id, mapping) SELECT $1, $3, 'file', id, $2 FROM statistical_source ORDER BY slug LIMIT 1`,
    [slug, JSON.stringify(mapping), title],
  )
  const folder = mkdtempSync(join(tmpdir(), 'praktijkbank-e2e-'))
  const path = join(folder, 'cijfers.csv')
  writeFileSync(path, `${rows.join('\n')}\n`)
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--conditions=react-server',
      '--import',
      'tsx',
      'scripts/stats-import.ts',
      '--into',
      slug,
      '--file',
      path,
      '--write',
    ],
    {
      env: { ...process.env, DATABASE_URL: process.env.E2E_DATABASE_URL ?? '', NODE_OPTIONS: '' },
      encoding: 'utf8',
    },
  )
  rmSync(folder, { recursive: true })
  expect([status, stdout]).toEqual([0, expect.stringContaining(`${String(rows.length - 1)} nieuw`)])
}
