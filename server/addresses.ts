// The addresses of pages as the proxy meets them, from the one list in i18n/routing.ts. Pure.
import { routing, type Locale } from '../i18n/routing.ts'

type Page = keyof typeof routing.pathnames

const SLUG = '[a-z0-9-]{1,200}'

function addressIn(page: Page, locale: Locale): string {
  const named = routing.pathnames[page]
  const address = typeof named === 'string' ? named : named[locale]
  return locale === routing.defaultLocale ? address : `/${locale}${address}`
}

/** The address of a page without parameters, per language. */
export const addressesOf = (page: Page): Readonly<Record<Locale, string>> => ({
  nl: addressIn(page, 'nl'),
  en: addressIn(page, 'en'),
})

/** The addresses of a page in all languages as sources of patterns; a parameter is a slug or id. */
export const patternsOf = (page: Page): readonly string[] =>
  routing.locales.map((locale) => addressIn(page, locale).replace(/\[\w+\]/g, SLUG))

/**
 * What stands under these pages, with any name of them behind any prefix: also where the name is of
 * another language than the prefix, which Next redirects.
 */
export function under(pages: readonly Page[]): RegExp {
  const names = pages.flatMap((page) => {
    const named = routing.pathnames[page]
    return typeof named === 'string' ? [named] : Object.values(named)
  })
  return new RegExp(`^(?:/(?:${routing.locales.join('|')}))?(?:${names.join('|')})(?:/|$)`)
}
