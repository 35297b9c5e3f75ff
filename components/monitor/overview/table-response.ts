import { hasLocale } from 'next-intl'
import { routing, type Locale } from '@/i18n/routing'
import { toCsv, toXlsx, type Table } from '@/lib/base/files/workbook'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** 404 for an unknown `soort`. */
export async function tableResponse(
  request: Request,
  locale: string,
  make: (query: Record<string, string>, locale: Locale) => Promise<{ name: string; table: Table }>,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  const kind = query.get('soort')
  if (!hasLocale(routing.locales, locale) || (kind !== 'csv' && kind !== 'xlsx'))
    return new Response(null, { status: 404 })
  const { name, table } = await make(Object.fromEntries(query), locale)
  const body = kind === 'csv' ? toCsv(table) : new Uint8Array(await toXlsx([table]))
  return new Response(body, {
    headers: {
      'content-type': TYPES[kind],
      'content-disposition': `attachment; filename="${name}.${kind}"`,
      'cache-control': 'no-store',
    },
  })
}
