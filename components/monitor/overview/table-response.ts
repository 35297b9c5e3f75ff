import { hasLocale } from 'next-intl'
import { routing, type Locale } from '@/i18n/routing'
import { fileResponse } from '@/lib/base/http/file-response'
import { toCsv, toXlsx, type Table } from '@/lib/base/files/workbook'

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
  return fileResponse(kind === 'csv' ? toCsv(table) : await toXlsx([table]), kind, name)
}
