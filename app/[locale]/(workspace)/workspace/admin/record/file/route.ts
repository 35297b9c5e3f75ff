import { hasLocale } from 'next-intl'
import { recordFile } from '@/components/site/record/record-file'
import { routing } from '@/i18n/routing'
import { fileResponse } from '@/lib/base/http/file-response'
import { loadRecordFile } from '@/lib/site/record/loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 })
  const file = await loadRecordFile(Object.fromEntries(new URL(request.url).searchParams))
  if (file === null) return new Response(null, { status: 404 })
  const { body, name } = await recordFile(file, locale)
  return fileResponse(body, 'csv', name)
}
