import { routing, type Locale } from './routing'

/** Path parameters as Next gives them. */
export type PathParameters = Readonly<Record<string, string | string[] | undefined>>

/**
 * The address of the same page in another language: the template of the route with its parameters filled in. A template
 * that no route has (a page that does not exist) leads to the home page.
 */
export function translatedPath(
  template: string,
  parameters: PathParameters,
  locale: Locale,
): string {
  const routes = new Map<string, string | Readonly<Record<Locale, string>>>(
    Object.entries(routing.pathnames),
  )
  const route = routes.get(template) ?? '/'
  const path = (typeof route === 'string' ? route : route[locale]).replace(
    /\[(\w+)\]/g,
    (_, name: string) => encodeURIComponent([parameters[name] ?? ''].flat().join('/')),
  )
  if (locale === routing.defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
