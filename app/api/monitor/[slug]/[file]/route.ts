import { NextResponse, type NextRequest } from 'next/server'
import { z } from 'zod'
import type { Locale } from '@/i18n/routing'
import { translatedPath } from '@/i18n/translated-path'
import { getRegionChain } from '@/lib/chains/data'
import { chainLeftovers, chainState, inLanguage } from '@/lib/chains/rules'
import { IMPORT_COLUMNS, yearSchema } from '@/lib/chains/schema'
import { apiResource, notFoundProblem, parseQuery } from '@/lib/platform/api'
import { todayInNetherlands } from '@/lib/platform/calendar'
import { origin } from '@/lib/platform/env'
import { problemResponse } from '@/lib/platform/headers'
import { printPage } from '@/lib/platform/print'
import { escapeMarkup, isSlug } from '@/lib/platform/text'
import { toCsv, toXlsx } from '@/lib/platform/workbook'
import { getRegion } from '@/lib/regions/data'
import { boardPaper } from './board-paper'
import { paperTables, paperWords } from './paper-tables'

const querySchema = z.strictObject({ jaar: yearSchema.optional(), taal: z.enum(['nl', 'en']).default('nl') })

const TYPES = {
  csv: 'text/csv; charset=utf-8', pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

function answer(body: string | Buffer, kind: keyof typeof TYPES, name: string): NextResponse {
  return new NextResponse(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': TYPES[kind], 'cache-control': 'no-store', 'content-disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${kind}"`,
    },
  })
}

/** Without a Chromium on the server people print it themselves; the page says how. */
function howToPrint(locale: Locale, page: string, docx: string): NextResponse {
  const { t } = paperWords(locale)
  const link = (address: string) => `<a href="${escapeMarkup(address)}">${escapeMarkup(address)}</a>`
  const words = escapeMarkup(t('paper.noChromium', { address: '@@page', docx: '@@docx' })).replace('@@page', link(page)).replace('@@docx', link(docx))
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeMarkup(t('paper.noChromiumTitle'))}</title></head><body><main><h1>${escapeMarkup(t('paper.noChromiumTitle'))}</h1><p>${words}</p></main></body></html>`
  return new NextResponse(html, { status: 501, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}

async function pdf(request: NextRequest, locale: Locale, path: string, name: string): Promise<NextResponse> {
  const printed = await printPage(path)
  if (printed.kind === 'pdf') return answer(printed.file, 'pdf', name)
  if (printed.kind === 'no-chromium') return howToPrint(locale, `${origin}${path}`, `${origin}${request.nextUrl.pathname.replace(/pdf$/, 'docx')}${request.nextUrl.search}`)
  const problem = problemResponse(503, 'Nu niet mogelijk', 'De PDF maken lukt nu niet. Probeer het over een halve minuut opnieuw, of neem het Word-bestand.')
  problem.headers.set('retry-after', '30')
  return problem
}

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{ slug: string; file: string }>(async (request, { slug, file }) => {
  const query = parseQuery(request, querySchema)
  if ('problem' in query) return query.problem
  const locale = query.data.taal
  const today = todayInNetherlands(new Date())
  const year = query.data.jaar ?? Number(today.slice(0, 4))
  const [, name = '', kind = ''] = /^([a-z-]+)\.(csv|xlsx|docx|pdf)$/.exec(file) ?? []
  const words = paperWords(locale)
  if (file === 'voorbeeldbestand.xlsx') return answer(await toXlsx([{ name: words.t('importSheet'), header: IMPORT_COLUMNS.map((column) => words.t(`importColumns.${column}`)), rows: [] }]), 'xlsx', name)
  const region = isSlug(slug) ? await getRegion(slug) : null
  if (!region) return notFoundProblem()
  const path = `${translatedPath('/regions/[slug]/monitor', { slug }, locale)}?jaar=${year}`
  const fileName = `${name}-${slug}-${year}`
  if (name === 'bestuursstuk' && kind === 'pdf') return pdf(request, locale, path, fileName)
  const stored = await getRegionChain(region.id, year)
  if (!stored) return notFoundProblem()
  const chain = inLanguage(stored, locale)
  const leftovers = chainLeftovers(chain, today)
  const state = chainState(chain, today)
  if (name === 'bestuursstuk' && kind === 'docx') return answer(await boardPaper({ locale, chain, state, leftovers, today, address: `${origin}${path}` }), 'docx', fileName)
  const tables = new Map(Object.entries(paperTables(words, locale, chain, leftovers)))
  const table = tables.get(name)
  if (table && kind === 'csv') return answer(toCsv(table), 'csv', fileName)
  if (table && kind === 'xlsx') return answer(await toXlsx([table]), 'xlsx', fileName)
  return notFoundProblem()
})
