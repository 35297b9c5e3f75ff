export const cookieJar = new Map<string, string>()

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

export const dutchLocale = { getLocale: () => Promise.resolve('nl') }

export const navigation = {
  redirect: () => ({ status: 'ok', data: { savedAt: '' } }),
  getPathname: () => '/',
}

export const idle = { status: 'idle' } as const

export function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** The same with a file in the field `file`. */
export function formWithFile(
  fields: Readonly<Record<string, string>>,
  content: Uint8Array,
  name: string,
): FormData {
  const form = formOf(fields)
  form.set('file', new File([new Uint8Array(content)], name))
  return form
}
