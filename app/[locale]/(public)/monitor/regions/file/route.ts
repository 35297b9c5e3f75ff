import { tableResponse } from '@/components/monitor/overview/table-response'
import { regionsFile } from '@/components/monitor/peers/peers-file'
import { loadRegionSums } from '@/lib/monitor/peers/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    regionsFile(await loadRegionSums(query), locale),
  )
}
