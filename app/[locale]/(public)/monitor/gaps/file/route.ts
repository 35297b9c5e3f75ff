import { gapsFile } from '@/components/monitor/gaps/gaps-file'
import { tableResponse } from '@/components/monitor/overview/table-response'
import { loadGaps } from '@/lib/monitor/gaps/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    gapsFile(await loadGaps(query), locale),
  )
}
