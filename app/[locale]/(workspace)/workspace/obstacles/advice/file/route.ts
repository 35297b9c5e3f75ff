import { hasLocale } from 'next-intl'
import { NextResponse } from 'next/server'
import { adviceDocument, registerFile } from '@/components/exchange/obstacles/register-file'
import { getPathname } from '@/i18n/navigation'
import { routing } from '@/i18n/routing'
import { loadAdviceDocument } from '@/lib/exchange/obstacles/loaders'
import { chosenSlugs } from '@/lib/exchange/obstacles/rules'
import { adviceSchema } from '@/lib/exchange/obstacles/schema'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'
import { SUBMISSION_FIELD } from '@/lib/base/http/submission-key'
import { fileResponse } from '@/lib/base/http/file-response'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'

const MAX_QUERY = 20_000

/** What the form carries for its other button, which saves. */
const isOfForm = (key: string) => key === SUBMISSION_FIELD || key.startsWith('$ACTION')

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const { search, searchParams } = new URL(request.url)
  const slugs = chosenSlugs(searchParams.getAll('knelpunt'))
  const found =
    hasLocale(routing.locales, locale) && search.length <= MAX_QUERY
      ? await loadAdviceDocument(slugs)
      : null
  if (!found || !hasLocale(routing.locales, locale)) return new Response(null, { status: 404 })
  const sent = [...searchParams.entries()].filter(([key]) => !isOfForm(key))
  const typed = Object.fromEntries(sent.filter(([key]) => key !== 'knelpunt'))
  const input = adviceSchema.safeParse({ ...typed, knelpunt: found.chosen.map(({ slug }) => slug) })
  if (!input.success) {
    const back = new URLSearchParams(sent.filter(([key]) => key !== 'fout'))
    back.set('fout', '1')
    return NextResponse.redirect(
      `${origin}${getPathname({ href: '/workspace/obstacles/advice', locale })}?${back.toString()}`,
      { status: 303, headers: { 'cache-control': 'no-store' } },
    )
  }
  const { soort, titel, aan, inleiding, gevraagd } = input.data
  const { name, table } = registerFile(found.chosen, locale)
  const body =
    soort === 'csv'
      ? toCsv(table)
      : new Uint8Array(
          soort === 'xlsx'
            ? await toXlsx([table])
            : await adviceDocument(
                found.chosen,
                {
                  title: titel,
                  addressee: aan,
                  opening: inleiding,
                  asked: gevraagd,
                  signer: found.signer,
                  today: todayInNetherlands(new Date()),
                },
                locale,
              ),
        )
  return fileResponse(body, soort, `${locale === 'en' ? 'advice' : 'advies'}-${name}`)
}
