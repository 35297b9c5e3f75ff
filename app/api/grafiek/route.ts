import { createFormatter, createTranslator } from 'next-intl'
import { z } from 'zod'
import { formats } from '@/i18n/formats'
import type { Locale } from '@/i18n/routing'
import { apiResource, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { todayInNetherlands, noonOf } from '@/lib/base/text/calendar'
import { env, origin } from '@/lib/base/runtime/env'
import {
  getPageFigure,
  pictureColours,
  readPageAddress,
  toPng,
  type PageFigure,
} from '@/lib/base/files/figure-file'
import { tableOf } from '@/lib/base/files/figure-table'
import { fileResponse } from '@/lib/base/http/file-response'
import { problemResponse } from '@/lib/base/http/headers'
import { clientNetwork } from '@/lib/base/http/network'
import { drawPicture } from '@/lib/base/files/picture'
import { createLimit } from '@/lib/base/http/rate-limit'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'
import { messages } from '@/messages'

const KINDS = ['svg', 'png', 'csv', 'xlsx'] as const
type Kind = (typeof KINDS)[number]

const querySchema = z.strictObject({
  pagina: z
    .string()
    .transform(
      (text, context) =>
        readPageAddress(text) ??
        (context.addIssue({ code: 'custom', message: 'geen openbare pagina van deze website' }),
        z.NEVER),
    ),
  grafiek: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'geen naam van een grafiek'),
  soort: z.enum(KINDS),
})

const limit = createLimit({ name: 'figure-file', points: 300, windowSeconds: 600 })

async function fileOf(
  kind: Kind,
  { figure, language }: PageFigure,
  address: string,
): Promise<string | Buffer | null> {
  const locale: Locale = language === 'en' ? 'en' : 'nl'
  const title = figure.attributes['data-title'] ?? ''
  if (kind === 'csv' || kind === 'xlsx') {
    const table = tableOf(figure, title, locale)
    return table && (kind === 'csv' ? toCsv(table) : toXlsx([table]))
  }
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'ui',
    formats,
    timeZone: 'Europe/Amsterdam',
  })
  const date = createFormatter({ locale, timeZone: 'Europe/Amsterdam' }).dateTime(
    noonOf(todayInNetherlands(new Date())),
    { day: 'numeric', month: 'long', year: 'numeric' },
  )
  const svg = drawPicture(figure, pictureColours(), {
    title,
    language: locale,
    origin: t('figure.origin', {
      address: `${new URL(origin).host}${address.split('?')[0] ?? ''}`,
      date,
    }),
  })
  return svg === null || kind === 'svg' ? svg : toPng(svg)
}

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<Record<string, never>>(
  async (request) => {
    const query = parseQuery(request, querySchema)
    if ('problem' in query) return query.problem
    const allowed = await limit.consume(
      clientNetwork(request.headers.get('x-forwarded-for'), env.TRUSTED_PROXIES),
    )
    if (!allowed.allowed) {
      const problem = problemResponse(
        429,
        'Even wachten',
        'U haalt veel bestanden achter elkaar op. Probeer het over enkele minuten opnieuw.',
      )
      problem.headers.set('retry-after', String(allowed.retryAfterSeconds))
      return problem
    }
    const { pagina, grafiek, soort } = query.data
    const found = await getPageFigure(pagina, grafiek)
    const file = found && (await fileOf(soort, found, pagina))
    if (file === null) return notFoundProblem()
    return fileResponse(file, soort, grafiek)
  },
)
