import { hasLocale } from 'next-intl'
import { registerFile } from '@/components/obstacles/register-file'
import { routing } from '@/i18n/routing'
import { loadObstacleRows } from '@/lib/obstacles/loaders'
import { toCsv, toXlsx } from '@/lib/platform/workbook'

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** The register of this address as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  const query = new URL(request.url).searchParams
  const kind = query.get('soort')
  if (!hasLocale(routing.locales, locale) || (kind !== 'csv' && kind !== 'xlsx')) return new Response(null, { status: 404 })
  const { name, table } = registerFile(await loadObstacleRows(Object.fromEntries(query)), locale)
  const body = kind === 'csv' ? toCsv(table) : new Uint8Array(await toXlsx([table]))
  return new Response(body, { headers: { 'content-type': TYPES[kind], 'content-disposition': `attachment; filename="${name}.${kind}"`, 'cache-control': 'no-store' } })
}
