import { matrixFile } from '@/components/monitor/overview/matrix-file'
import { tableResponse } from '@/components/monitor/overview/table-response'
import { loadMatrix } from '@/lib/monitor/overview/loaders'

/** The matrix of this address as a file. Never stored: an assessor may not see the same as a visitor. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    matrixFile(await loadMatrix(query), locale),
  )
}
