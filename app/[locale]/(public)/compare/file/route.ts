import { hasLocale } from 'next-intl'
import { comparisonFile } from '@/components/exchange/comparison/comparison-file'
import { routing } from '@/i18n/routing'
import { loadComparison } from '@/lib/exchange/comparison/loaders'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Never stored: an assessor may see less than a visitor. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const { compared } = await loadComparison(new URL(request.url).searchParams.getAll('i'))
  if (compared.length === 0 || !hasLocale(routing.locales, locale))
    return new Response(null, { status: 404 })
  const file = await comparisonFile(compared, locale)
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${locale === 'en' ? 'comparison' : 'vergelijking'}.xlsx"`,
      'cache-control': 'no-store',
    },
  })
}
