import { hasLocale } from 'next-intl'
import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { listTables } from '@/components/site/exports/list-tables'
import { routing, type Locale } from '@/i18n/routing'
import { toOds } from '@/lib/base/files/ods'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'
import { fileResponse } from '@/lib/base/http/file-response'
import { problemResponse } from '@/lib/base/http/headers'
import { plainPage, wantsPage } from '@/lib/base/http/plain-page'
import { origin } from '@/lib/base/runtime/env'
import { xmlSafeReviver } from '@/lib/base/text/text'
import { makeExport, type ExportedList } from '@/lib/site/exports/loaders'
import { readerKey } from '@/lib/people/accounts/session'
import { openListed } from '@/lib/site/exports/open-data.rules'
import { isListFile, type ListFile } from '@/lib/site/exports/rules'

const RETRY_SECONDS = 30

async function fileOf(list: ExportedList, kind: ListFile, locale: Locale): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'exports' })
  const name = t('fileName')
  if (kind === 'json') {
    const { rows, total } = list
    const initiatieven = rows.map((one) => openListed(one, origin))
    const content = { aantal: rows.length, totaal: total, initiatieven }
    return fileResponse(`${JSON.stringify(content, xmlSafeReviver, 2)}\n`, kind, name)
  }
  const [table, about] = await listTables({ ...list, locale })
  if (kind === 'csv') return fileResponse(toCsv(table), kind, name)
  const content = kind === 'ods' ? toOds([table, about]) : await toXlsx([table, about])
  return fileResponse(content, kind, name)
}

async function busy(request: NextRequest, locale: Locale, isOwn: boolean): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'exports' })
  const [status, title, text] = [isOwn ? 429 : 503, t('busyTitle'), t('busy')]
  const { pathname, search } = request.nextUrl
  if (wantsPage(request.headers))
    return plainPage({
      status,
      language: locale,
      title,
      text,
      links: [{ href: `${pathname}${search}`, label: t('again') }],
      retryAfterSeconds: RETRY_SECONDS,
    })
  const problem = problemResponse(status, title, text)
  problem.headers.set('retry-after', String(RETRY_SECONDS))
  return problem
}

/** Never stored: an assessor may not see the same as a visitor. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const { searchParams } = request.nextUrl
  const kind = searchParams.get('soort')
  if (!hasLocale(routing.locales, locale) || !isListFile(kind))
    return new Response(null, { status: 404 })
  const raw = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]),
  )
  const turn = await makeExport(raw, await readerKey(), (list) => fileOf(list, kind, locale))
  return turn.kind === 'done' ? turn.value : busy(request, locale, turn.kind === 'personBusy')
}
