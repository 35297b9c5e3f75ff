/** What Next gives to an action during one request of a browser, for tests that call actions without Next. */
export const cookieJar = new Map<string, string>()

/** Stands in for next/headers. */
export const nextHeaders = {
  cookies: () =>
    Promise.resolve({
      get: (name: string) =>
        cookieJar.has(name) ? { name, value: cookieJar.get(name) } : undefined,
      has: (name: string) => cookieJar.has(name),
      set: (name: string, value: string) => cookieJar.set(name, value),
    }),
  headers: () =>
    Promise.resolve(
      new Headers({
        'x-forwarded-for': '192.0.2.7',
        host: 'praktijkbank.test',
        origin: 'http://praktijkbank.test',
      }),
    ),
}

/** Stands in for next-intl/server. */
export const dutchLocale = { getLocale: () => Promise.resolve('nl') }

/** Stands in for '@/i18n/navigation': where an action leads to is not what these tests look at. */
export const navigation = {
  redirect: () => ({ status: 'ok', data: { savedAt: '' } }),
  getPathname: () => '/',
}

/** The state of a form that was not sent yet. */
export const idle = { status: 'idle' } as const

/** A form as a browser sends it. */
export function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
