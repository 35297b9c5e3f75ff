import { expiringFundingFile } from '@/components/monitor/expiring-funding/expiring-funding-file'
import { tableResponse } from '@/components/monitor/overview/table-response'
import { loadEndingStreams } from '@/lib/monitor/expiring-funding/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    expiringFundingFile(await loadEndingStreams(query), locale),
  )
}
