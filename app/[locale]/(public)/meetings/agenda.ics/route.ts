import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { routing } from '@/i18n/routing'
import { upcomingCalendar } from '@/lib/exchange/meetings/loaders'

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale: asked } = await params
  const t = await getTranslations({
    locale: hasLocale(routing.locales, asked) ? asked : routing.defaultLocale,
    namespace: 'meetings',
  })
  return upcomingCalendar(`Praktijkbank: ${t('title')}`)
}
