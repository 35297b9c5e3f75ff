import { jsonDocument } from '@/lib/knowledge/feeds/rules'
import { headsFeed } from '@/lib/site/ledger/feed.loaders'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  return headsFeed(request, locale, {
    file: 'feed.json',
    type: 'application/feed+json',
    write: jsonDocument,
  })
}
