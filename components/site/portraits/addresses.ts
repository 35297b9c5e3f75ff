import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { PortraitFile } from '@/lib/site/portraits/rules'

const chosen = (slugs: readonly string[]) => `?i=${slugs.join(',')}`

/** The page with the portraits of these initiatives. */
export const portraitsAddress = (locale: Locale, slugs: readonly string[]): string =>
  `${getPathname({ href: '/portraits', locale })}${chosen(slugs)}`

/** A file about these initiatives. */
export const fileAddress = (locale: Locale, slugs: readonly string[], kind: PortraitFile): string =>
  `${getPathname({ href: '/portraits/file', locale })}${chosen(slugs)}&soort=${kind}`
