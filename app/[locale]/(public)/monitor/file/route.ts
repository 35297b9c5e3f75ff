import { matrixFile } from '@/components/monitor/overview/matrix-file'
import { tableResponse } from '@/components/monitor/overview/table-response'
import { loadMatrix } from '@/lib/monitor/overview/loaders'

/** Never stored: an assessor may see less than a visitor. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    matrixFile(await loadMatrix(query), locale),
  )
}
