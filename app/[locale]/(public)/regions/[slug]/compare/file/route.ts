import { tableResponse } from '@/components/monitor/overview/table-response'
import { comparisonFile } from '@/components/monitor/peers/peers-file'
import { loadComparison } from '@/lib/monitor/peers/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; slug: string }> },
): Promise<Response> {
  const { locale, slug } = await params
  return tableResponse(request, locale, async (query, language) =>
    comparisonFile(await loadComparison(slug, query), language),
  )
}
