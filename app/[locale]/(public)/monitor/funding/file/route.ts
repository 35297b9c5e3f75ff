import { horizonFile } from '@/components/horizon/horizon-file'
import { tableResponse } from '@/components/overview/table-response'
import { loadEndingStreams } from '@/lib/horizon/loaders'

/** The streams of money of this address as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    horizonFile(await loadEndingStreams(query), locale),
  )
}
