import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { routing } from '@/i18n/routing'
import { feedResponse } from '@/lib/knowledge/feeds/loaders'
import { jsonFeed } from '@/lib/knowledge/feeds/rules'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale: asked } = await params
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const t = await getTranslations({ locale, namespace: 'feeds' })
  return feedResponse({
    request,
    locale,
    file: 'feed.json',
    type: 'application/feed+json',
    title: t('title'),
    write: jsonFeed,
  })
}
