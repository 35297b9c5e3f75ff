import { routing, type Locale } from './routing'

/** Path parameters as Next gives them. */
export type PathParameters = Readonly<Record<string, string | string[] | undefined>>

const ROUTES = new Map<string, string | Readonly<Record<Locale, string>>>(
  Object.entries(routing.pathnames),
)

/**
 * The address of the same page in another language: the template of the route with its parameters filled in. A template
 * that no route has (a page that does not exist) leads to the home page.
 */
export function translatedPath(
  template: string,
  parameters: PathParameters,
  locale: Locale,
): string {
  const route = ROUTES.get(template) ?? '/'
  const path = (typeof route === 'string' ? route : route[locale]).replace(
    /\[(\w+)\]/g,
    (_, name: string) => encodeURIComponent([parameters[name] ?? ''].flat().join('/')),
  )
  if (locale === routing.defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

export type Page = keyof typeof routing.pathnames

/**
 * The address of a page as mail, inbox and digest hold it: in Dutch, the language in which they are written. A page that
 * does not exist is refused while compiling.
 */
export const pagePath = (page: Page, parameters: PathParameters = {}): string =>
  translatedPath(page, parameters, routing.defaultLocale)
