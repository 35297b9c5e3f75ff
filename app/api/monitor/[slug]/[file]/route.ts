import type { NextResponse } from 'next/server'
import { z } from 'zod'
import { printedResponse } from '@/components/base/ui/printed-response'
import { boardPaper } from '@/components/monitor/chains/board-paper'
import { importTemplate } from '@/components/monitor/chains/import-template'
import { PAPER_TABLES, paperTables, TABLE_FILES } from '@/components/monitor/chains/paper-tables'
import { paperText } from '@/components/monitor/chains/paper-text'
import type { Locale } from '@/i18n/routing'
import { translatedPath } from '@/i18n/translated-path'
import { readerKey } from '@/lib/people/accounts/session'
import { getRegionChain } from '@/lib/monitor/chains/data'
import { chainOpenEnds, chainState } from '@/lib/monitor/chains/rules'
import { inLanguage } from '@/lib/monitor/chains/national-goals.rules'
import { yearSchema } from '@/lib/monitor/chains/schema'
import { listChoices } from '@/lib/monitor/policies/data'
import { apiResource, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'
import { fileResponse } from '@/lib/base/http/file-response'
import { isSlug } from '@/lib/base/text/text'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'
import { getRegion } from '@/lib/base/regions/data'

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
  name: string
  kind: string
  locale: Locale
  year: number
  path: string
  fileName: string
}

async function chainFile(
  regionId: string,
  { name, kind, locale, year, path, fileName }: Wanted,
): Promise<NextResponse | null> {
  const stored = await getRegionChain(regionId, year)
  if (!stored) return null
  const today = todayInNetherlands(new Date())
  const chain = inLanguage(stored, locale)
  const openEnds = chainOpenEnds(chain, today)
  if (name === 'bestuursstuk' && kind === 'docx') {
    const state = chainState(chain, today)
    const address = `${origin}${path}`
    const paper = await boardPaper({ locale, chain, state, openEnds, today, address })
    return fileResponse(paper, 'docx', fileName)
  }
  const tables = paperTables(paperText(locale), chain, openEnds)
  const table = PAPER_TABLES.flatMap((one) => (TABLE_FILES[one] === name ? [tables[one]] : []))[0]
  if (table && kind === 'csv') return fileResponse(toCsv(table), 'csv', fileName)
  if (table && kind === 'xlsx') return fileResponse(await toXlsx([table]), 'xlsx', fileName)
  return null
}

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
  const year = query.data.jaar ?? Number(todayInNetherlands(new Date()).slice(0, 4))
  const [, name = '', kind = ''] = /^([a-z-]+)\.(csv|xlsx|docx|pdf)$/.exec(file) ?? []
  const path = `${translatedPath('/regions/[slug]/monitor', { slug }, locale)}?jaar=${year}`
  const fileName = `${name}-${slug}-${year}`
  if (name === 'bestuursstuk' && kind === 'pdf') {
    const { pathname, search } = request.nextUrl
    const word = `${pathname.replace(/pdf$/, 'docx')}${search}`
    const person = await readerKey()
    return printedResponse(request, { locale, path, name: fileName, word, person })
  }
  const wanted = { name, kind, locale, year, path, fileName }
  return (await chainFile(region.id, wanted)) ?? notFoundProblem()
})
