import { hasLocale } from 'next-intl'
import { adviceDocument, registerFile } from '@/components/exchange/obstacles/register-file'
import { routing } from '@/i18n/routing'
import { loadSavedAdviceFile } from '@/lib/exchange/advices/loaders'
import { fileResponse } from '@/lib/base/http/file-response'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'
import { isFileKind } from '../../file-types'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; id: string }> },
): Promise<Response> {
  const { locale, id } = await params
  const kind = new URL(request.url).searchParams.get('soort') ?? 'docx'
  const advice =
    hasLocale(routing.locales, locale) && isFileKind(kind) ? await loadSavedAdviceFile(id) : null
  if (!advice || !hasLocale(routing.locales, locale) || !isFileKind(kind))
    return new Response(null, { status: 404 })
  const { name, table } = registerFile(advice.obstacles, locale)
  const { title, addressee, opening, asked, signer, on } = advice
  const body =
    kind === 'csv'
      ? toCsv(table)
      : new Uint8Array(
          kind === 'xlsx'
            ? await toXlsx([table])
            : await adviceDocument(
                advice.obstacles,
                { title, addressee, opening, asked, signer, today: on },
                locale,
              ),
        )
  return fileResponse(body, kind, `${locale === 'en' ? 'advice' : 'advies'}-${name}-${on}`)
}
