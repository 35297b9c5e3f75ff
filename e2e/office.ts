import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestInfo } from '@playwright/test'

/** Commas, double quotes and UTF-8. */
const FILTERS = { pdf: 'pdf', csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1' } as const

const PROGRAM = '/usr/bin/soffice'

/** Skips a test on a machine without LibreOffice; the run says and counts it at its end. */
export function libreOffice(info: TestInfo): void {
  if (existsSync(PROGRAM)) return
  info.annotations.push({ type: 'lacking', description: 'LibreOffice (soffice)' })
  info.skip()
}

/** The file as LibreOffice reads it, as a check from outside that it is sound. */
export async function openedByLibreOffice(
  name: string,
  content: Buffer,
  as: 'pdf' | 'csv',
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'praktijkbank-office-'))
  const options = [
    '--headless',
    '--convert-to',
    FILTERS[as],
    '--outdir',
    folder,
    join(folder, name),
  ]
  try {
    await writeFile(join(folder, name), content)
    await promisify(execFile)(
      PROGRAM,
      [`-env:UserInstallation=file://${folder}/profile`, ...options],
      { timeout: 120_000 },
    )
    return await readFile(join(folder, name.replace(/\.\w+$/, `.${as}`)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
