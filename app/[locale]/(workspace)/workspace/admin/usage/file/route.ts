import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { amountWords, kindWords, pageWords } from '@/components/site/usage/amount-words'
import { routing } from '@/i18n/routing'
import { toCsv } from '@/lib/base/files/workbook'
import { fileResponse } from '@/lib/base/http/file-response'
import { loadUsageFile } from '@/lib/site/usage/loaders'
import { amountOf } from '@/lib/site/usage/rules'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const file = await loadUsageFile(new URL(request.url).searchParams.get('maand'))
  if (!hasLocale(routing.locales, locale) || file === null)
    return new Response(null, { status: 404 })
  const t = await getTranslations({ locale, namespace: 'usage' })
  const rows = file.pages.map((page) => [
    pageWords(t, page),
    kindWords(t, page.kind),
    amountOf(page.views).kind === 'exact' ? page.views : amountWords(t, page.views),
  ])
  const header = [t('page'), t('kindOf'), t('views')]
  const name = `${locale === 'en' ? 'usage' : 'gebruik'}-${file.month.slice(0, 7)}`
  return fileResponse(toCsv({ name, header, rows }), 'csv', name)
}
