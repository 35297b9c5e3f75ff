import { registerFile } from '@/components/exchange/obstacles/register-file'
import { tableResponse } from '@/components/monitor/overview/table-response'
import { loadObstacleRows } from '@/lib/exchange/obstacles/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    registerFile(await loadObstacleRows(query), locale),
  )
}
