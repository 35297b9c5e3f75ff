import type { NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'
import { boardPaper } from '@/components/monitor/chains/board-paper'
import { PAPER_TABLES, paperTables, TABLE_FILES } from '@/components/monitor/chains/paper-tables'
import { paperText } from '@/components/monitor/chains/paper-text'
import type { Locale } from '@/i18n/routing'
import { translatedPath } from '@/i18n/translated-path'
import { currentSession, requestClient } from '@/lib/people/accounts/session'
import { getRegionChain } from '@/lib/monitor/chains/data'
import { chainOpenEnds, chainState } from '@/lib/monitor/chains/rules'
import { inLanguage } from '@/lib/monitor/chains/national-goals.rules'
import { IMPORT_COLUMNS, yearSchema } from '@/lib/monitor/chains/schema'
import { apiResource, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'
import { fileResponse } from '@/lib/base/http/file-response'
import { problemResponse } from '@/lib/base/http/headers'
import { plainPage, wantsPage } from '@/lib/base/http/plain-page'
import { printPage, type Printed } from '@/lib/base/files/print'
import { isSlug } from '@/lib/base/text/text'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'
import { getRegion } from '@/lib/base/regions/data'

const querySchema = z.strictObject({
  jaar: yearSchema.optional(),
  taal: z.enum(['nl', 'en']).default('nl'),
})

async function personOf(): Promise<string> {
  const [session, { network }] = await Promise.all([currentSession(), requestClient()])
  return session ? `account ${session.actor.userId}` : `network ${network}`
}

type Unprinted = Exclude<Printed, { kind: 'pdf' }>
const STATUS: Readonly<Record<Unprinted['kind'], number>> = {
  'no-chromium': 501,
  personBusy: 429,
  full: 503,
  waitedTooLong: 503,
  failed: 503,
}
const FAILED_RETRY_SECONDS = 30

function unprinted(
  request: NextRequest,
  locale: Locale,
  page: string,
  printed: Unprinted,
): NextResponse {
  const { t } = paperText(locale)
  const status = STATUS[printed.kind]
  const [title, text] = [
    t(`paper.unprinted.${printed.kind}Title`),
    t(`paper.unprinted.${printed.kind}`),
  ]
  const retryAfterSeconds =
    'retryAfterSeconds' in printed ? printed.retryAfterSeconds : FAILED_RETRY_SECONDS
  const canTryAgain = printed.kind !== 'no-chromium'
  const { pathname, search } = request.nextUrl
  if (!wantsPage(request.headers)) {
    const problem = problemResponse(status, title, text)
    if (canTryAgain) problem.headers.set('retry-after', String(retryAfterSeconds))
    return problem
  }
  const links = [
    ...(canTryAgain ? [{ href: `${pathname}${search}`, label: t('paper.unprinted.again') }] : []),
    { href: page, label: t('paper.unprinted.page') },
    { href: `${pathname.replace(/pdf$/, 'docx')}${search}`, label: t('paper.unprinted.word') },
  ]
  return plainPage({
    status,
    language: locale,
    title,
    text,
    links,
    ...(canTryAgain && { retryAfterSeconds }),
  })
}

async function pdf(
  request: NextRequest,
  locale: Locale,
  path: string,
  name: string,
): Promise<NextResponse> {
  const printed = await printPage(path, await personOf())
  return printed.kind === 'pdf'
    ? fileResponse(printed.file, 'pdf', name)
    : unprinted(request, locale, path, printed)
}

async function importTemplate(locale: Locale): Promise<NextResponse> {
  const { t } = paperText(locale)
  const sheet = {
    name: t('importSheet'),
    header: IMPORT_COLUMNS.map((column) => t(`importColumns.${column}`)),
    rows: [],
  }
  return fileResponse(await toXlsx([sheet]), 'xlsx', 'voorbeeldbestand')
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
  if (file === 'voorbeeldbestand.xlsx') return importTemplate(locale)
  const region = isSlug(slug) ? await getRegion(slug) : null
  if (!region) return notFoundProblem()
  const year = query.data.jaar ?? Number(todayInNetherlands(new Date()).slice(0, 4))
  const [, name = '', kind = ''] = /^([a-z-]+)\.(csv|xlsx|docx|pdf)$/.exec(file) ?? []
  const path = `${translatedPath('/regions/[slug]/monitor', { slug }, locale)}?jaar=${year}`
  const fileName = `${name}-${slug}-${year}`
  if (name === 'bestuursstuk' && kind === 'pdf') return pdf(request, locale, path, fileName)
  const wanted = { name, kind, locale, year, path, fileName }
  return (await chainFile(region.id, wanted)) ?? notFoundProblem()
})
