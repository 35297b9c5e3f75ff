import { hasLocale } from 'next-intl'
import { comparisonFile } from '@/components/exchange/comparison/comparison-file'
import { routing } from '@/i18n/routing'
import { fileResponse } from '@/lib/base/http/file-response'
import { loadComparison } from '@/lib/exchange/comparison/loaders'

/** Never stored: an assessor may not see the same as a visitor. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const { compared } = await loadComparison(new URL(request.url).searchParams.getAll('i'))
  if (compared.length === 0 || !hasLocale(routing.locales, locale))
    return new Response(null, { status: 404 })
  const file = await comparisonFile(compared, locale)
  return fileResponse(file, 'xlsx', locale === 'en' ? 'comparison' : 'vergelijking')
}
