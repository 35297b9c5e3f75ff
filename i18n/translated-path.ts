import { routing, type Locale } from './routing'

export type PathParameters = Readonly<Record<string, string | string[] | undefined>>

const ROUTES = new Map<string, string | Readonly<Record<Locale, string>>>(
  Object.entries(routing.pathnames),
)

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

export const pagePath = (page: Page, parameters: PathParameters = {}): string =>
  translatedPath(page, parameters, routing.defaultLocale)
