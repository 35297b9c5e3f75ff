import { hasLocale } from 'next-intl'
import { matrixFile } from '@/components/overview/matrix-file'
import { routing } from '@/i18n/routing'
import { loadMatrix } from '@/lib/overview/loaders'
import { toCsv, toXlsx } from '@/lib/platform/workbook'

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** The matrix of this address as a file. Never stored: an assessor may not see the same as a visitor. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  const query = new URL(request.url).searchParams
  const kind = query.get('soort')
  if (!hasLocale(routing.locales, locale) || (kind !== 'csv' && kind !== 'xlsx')) return new Response(null, { status: 404 })
  const { name, table } = await matrixFile(await loadMatrix(Object.fromEntries(query)), locale)
  const body = kind === 'csv' ? toCsv(table) : new Uint8Array(await toXlsx([table]))
  return new Response(body, { headers: { 'content-type': TYPES[kind], 'content-disposition': `attachment; filename="${name}.${kind}"`, 'cache-control': 'no-store' } })
}
