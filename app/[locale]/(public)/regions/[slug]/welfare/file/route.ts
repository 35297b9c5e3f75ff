import { tableResponse } from '@/components/monitor/overview/table-response'
import { welfareFile } from '@/components/monitor/welfare/welfare-file'
import { loadWelfare } from '@/lib/monitor/welfare/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; slug: string }> },
): Promise<Response> {
  const { locale, slug } = await params
  return tableResponse(request, locale, async ({ deel }, language) =>
    welfareFile(await loadWelfare(slug), deel === 'cijfers' ? 'figures' : 'balance', language),
  )
}
