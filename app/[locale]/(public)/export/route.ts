import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { listTables } from '@/components/site/exports/list-tables'
import { routing } from '@/i18n/routing'
import { toOds } from '@/lib/base/files/ods'
import { toCsv, toXlsx, type Table } from '@/lib/base/files/workbook'
import { fileResponse } from '@/lib/base/http/file-response'
import { origin } from '@/lib/base/runtime/env'
import { xmlSafeReviver } from '@/lib/base/text/text'
import { loadExport } from '@/lib/site/exports/loaders'
import { openListed } from '@/lib/site/exports/open-data.rules'
import { isListFile, type ListFile } from '@/lib/site/exports/rules'

async function contentOf(
  kind: Exclude<ListFile, 'json'>,
  [list, about]: readonly [Table, Table],
): Promise<string | Uint8Array> {
  if (kind === 'csv') return toCsv(list)
  return kind === 'ods' ? toOds([list, about]) : toXlsx([list, about])
}

/** Never stored: an assessor may not see the same as a visitor. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const { searchParams } = new URL(request.url)
  const kind = searchParams.get('soort')
  if (!hasLocale(routing.locales, locale) || !isListFile(kind))
    return new Response(null, { status: 404 })
  const raw = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]),
  )
  const [t, { rows, total, query, names }] = await Promise.all([
    getTranslations({ locale, namespace: 'exports' }),
    loadExport(raw),
  ])
  const name = t('fileName')
  if (kind === 'json') {
    const list = { aantal: rows.length, totaal: total, initiatieven: [] as unknown[] }
    list.initiatieven = rows.map((one) => openListed(one, origin))
    return fileResponse(`${JSON.stringify(list, xmlSafeReviver, 2)}\n`, 'json', name)
  }
  const tables = await listTables({ rows, total, query, names, locale })
  return fileResponse(await contentOf(kind, tables), kind, name)
}
