import { lessonsFile } from '@/components/knowledge/lessons/lessons-file'
import { tableResponse } from '@/components/monitor/overview/table-response'
import { loadLessonRows } from '@/lib/knowledge/lessons/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return tableResponse(request, (await params).locale, async (query, locale) =>
    lessonsFile(await loadLessonRows(query), locale),
  )
}
