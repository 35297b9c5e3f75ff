import { NextResponse } from 'next/server'
import { z } from 'zod'
import { printedResponse } from '@/components/base/ui/printed-response'
import { importTemplate } from '@/components/monitor/chains/import-template'
import { PAPER_TABLES, paperTables, TABLE_FILES } from '@/components/monitor/chains/paper-tables'
import { paperText } from '@/components/monitor/chains/paper-text'
import { paperContent } from '@/components/monitor/papers/paper-content'
import { paperDocument } from '@/components/monitor/papers/paper-document'
import { paperSlides } from '@/components/monitor/papers/paper-slides'
import { paperStyle } from '@/components/monitor/papers/paper-style'
import type { Locale } from '@/i18n/routing'
import { readerKey } from '@/lib/people/accounts/session'
import { getRegionChain } from '@/lib/monitor/chains/data'
import { chainOpenEnds } from '@/lib/monitor/chains/rules'
import { inLanguage } from '@/lib/monitor/chains/national-goals.rules'
import { getPaper } from '@/lib/monitor/papers/data'
import { paperPage, paperPath } from '@/lib/monitor/papers/files.data'
import { paperDigest } from '@/lib/monitor/papers/rules'
import { yearSchema } from '@/lib/monitor/chains/schema'
import { listChoices } from '@/lib/monitor/policies/data'
import { apiResource, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'
import { fileResponse } from '@/lib/base/http/file-response'
import { isSlug } from '@/lib/base/text/text'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'
import { getRegion } from '@/lib/base/regions/data'
import { messages } from '@/messages'

const querySchema = z.strictObject({
  jaar: yearSchema.optional(),
  taal: z.enum(['nl', 'en']).default('nl'),
})

async function templateResponse(locale: Locale): Promise<NextResponse> {
  const [instruments, fundingTypes, alignments] = await Promise.all([
    listChoices('policy_instrument_type'),
    listChoices('funding_type'),
    listChoices('subsidy_alignment'),
  ])
  const sheets = importTemplate(locale, { instruments, fundingTypes, alignments })
  return fileResponse(await toXlsx(sheets), 'xlsx', 'voorbeeldbestand')
}

interface Wanted {
  slug: string
  name: string
  kind: string
  locale: Locale
  year: number
  fileName: string
}

async function tableFile(
  regionId: string,
  { name, kind, locale, year, fileName }: Wanted,
): Promise<NextResponse | null> {
  const stored = await getRegionChain(regionId, year)
  if (!stored) return null
  const today = todayInNetherlands(new Date())
  const chain = inLanguage(stored, locale)
  const tables = paperTables(paperText(locale), chain, chainOpenEnds(chain, today))
  const table = PAPER_TABLES.flatMap((one) => (TABLE_FILES[one] === name ? [tables[one]] : []))[0]
  if (table && kind === 'csv') return fileResponse(toCsv(table), 'csv', fileName)
  if (table && kind === 'xlsx') return fileResponse(await toXlsx([table]), 'xlsx', fileName)
  return null
}

async function paperResponse(
  regionId: string,
  { slug, kind, locale, year, fileName }: Wanted,
): Promise<NextResponse | null> {
  const model = await getPaper(regionId, year, todayInNetherlands(new Date()), locale)
  if (!model) return null
  const digest = paperDigest(model)
  const address = `${origin}${paperPage(slug, { year, locale })}`
  const content = paperContent(model, { locale, digest, address })
  if (kind === 'css') {
    const headers = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' }
    return new NextResponse(paperStyle(content), { headers })
  }
  const etag = { etag: `"${digest}"` }
  if (kind === 'docx') return fileResponse(await paperDocument(content), kind, fileName, etag)
  if (kind === 'pptx')
    return fileResponse(await paperSlides(content, siteName(locale)), kind, fileName, etag)
  return null
}

const siteName = (locale: Locale): string => messages[locale].shell.siteName

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{
  slug: string
  file: string
}>(async (request, { slug, file }) => {
  const query = parseQuery(request, querySchema)
  if ('problem' in query) return query.problem
  const locale = query.data.taal
  if (file === 'voorbeeldbestand.xlsx') return templateResponse(locale)
  const region = isSlug(slug) ? await getRegion(slug) : null
  if (!region) return notFoundProblem()
  const today = todayInNetherlands(new Date())
  const year = query.data.jaar ?? Number(today.slice(0, 4))
  const [, name = '', kind = ''] = /^([a-z-]+)\.(csv|xlsx|docx|pptx|pdf|css)$/.exec(file) ?? []
  const fileName = `${name}-${slug}-${String(year)}`
  if (name === 'bestuursstuk' && kind === 'pdf') {
    const { pathname, search } = request.nextUrl
    const word = `${pathname.replace(/pdf$/, 'docx')}${search}`
    const path = paperPath(slug, { year, today, locale })
    const page = paperPage(slug, { year, locale })
    const person = await readerKey()
    return printedResponse(request, { locale, path, page, name: fileName, word, person })
  }
  const wanted = { slug, name, kind, locale, year, fileName }
  const answer = name === 'bestuursstuk' ? paperResponse : tableFile
  return (await answer(region.id, wanted)) ?? notFoundProblem()
})
