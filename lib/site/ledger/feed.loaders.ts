import 'server-only'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { getPathname } from '@/i18n/navigation'
import { routing } from '@/i18n/routing'
import { origin } from '@/lib/base/runtime/env'
import { getSettings } from '@/lib/base/settings/loaders'
import { siteName } from '@/lib/base/settings/rules'
import { feedAnswer } from '@/lib/knowledge/feeds/loaders'
import type { FeedItem, FeedOf } from '@/lib/knowledge/feeds/types'
import { listHeads } from './data'

const FEED_DAYS = 50

/** The published heads as a feed, so that the reader of anyone who follows it keeps a copy. */
export async function headsFeed(
  request: Request,
  asked: string,
  {
    file,
    type,
    write,
  }: { file: 'feed.xml' | 'feed.json'; type: string; write: (feed: FeedOf<FeedItem>) => string },
): Promise<Response> {
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  return feedAnswer(request, type, async () => {
    const [t, settings, heads] = await Promise.all([
      getTranslations({ locale, namespace: 'ledger.feed' }),
      getSettings(),
      listHeads(FEED_DAYS),
    ])
    const page = `${origin}${getPathname({ href: '/unchanged', locale })}`
    return write({
      title: t('title'),
      language: locale,
      self: `${origin}${getPathname({ href: `/unchanged/${file}`, locale })}`,
      page,
      author: siteName(settings),
      entries: heads.map(({ day, seq, hash }) => ({
        url: `${page}?vingerafdruk=${hash}#${day}`,
        title: t('entry', { date: day }),
        summary: t('summary', { seq, hash }),
        tag: t('tag'),
        publishedAt: `${day}T00:00:00.000Z`,
      })),
    })
  })
}
