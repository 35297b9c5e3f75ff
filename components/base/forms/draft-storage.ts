import type { FormValues } from '@/lib/base/http/action-result'

/** Typed text as this browser or the server has it. */
export interface TypedText {
  values: FormValues
  savedAt: string
}

export type SaveOutcome =
  { kind: 'saved'; savedAt: string } | { kind: 'offline' | 'signedOut' | 'refused' }

const ADDRESS = '/api/werkplek/concepten'
const PREFIX = 'form-draft'
const MONTH_MS = 30 * 24 * 60 * 60_000

/** Of visitors only until the tab closes: the next reader of this browser may be someone else. */
const shelf = (person: string | null): Storage =>
  person === null ? window.sessionStorage : window.localStorage
const keyOf = (person: string | null, form: string) => `${PREFIX}:${person ?? 'visitor'}:${form}`

function isTypedText(value: unknown): value is TypedText {
  if (typeof value !== 'object' || value === null) return false
  const { values, savedAt } = value as Partial<TypedText>
  return typeof values === 'object' && typeof savedAt === 'string'
}

/** Storage may be closed or full: then there is nothing, and the text is still in the form. */
export const browserDrafts = {
  read(person: string | null, form: string): TypedText | null {
    try {
      const value: unknown = JSON.parse(shelf(person).getItem(keyOf(person, form)) ?? 'null')
      return isTypedText(value) ? value : null
    } catch {
      return null
    }
  },
  write(person: string | null, form: string, text: TypedText): boolean {
    try {
      shelf(person).setItem(keyOf(person, form), JSON.stringify(text))
      return true
    } catch {
      return false
    }
  },
  remove(person: string | null, form: string): void {
    try {
      shelf(person).removeItem(keyOf(person, form))
    } catch {
      // Closed storage holds nothing.
    }
  },
  /** Others may use this computer: what was not sent after a month is not kept for ever. */
  removeOld(now: number): void {
    try {
      for (const key of Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}:`))) {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
        if (!isTypedText(value) || now - Date.parse(value.savedAt) > MONTH_MS)
          localStorage.removeItem(key)
      }
    } catch {
      // Closed storage holds nothing.
    }
  },
}

async function ask(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(`${ADDRESS}${path}`, init)
  } catch {
    return null
  }
}

async function outcomeOf(response: Response | null): Promise<SaveOutcome> {
  if (response === null || response.status >= 500 || response.status === 429)
    return { kind: 'offline' }
  if (response.status === 401) return { kind: 'signedOut' }
  if (!response.ok) return { kind: 'refused' }
  const { savedAt } = (await response.json()) as { savedAt: string }
  return { kind: 'saved', savedAt }
}

/** Forms of a page ask together. */
let asked: { path: string; at: number; drafts: Promise<Map<string, TypedText>> } | null = null
const TOGETHER_MS = 500

async function fetchDrafts(path: string): Promise<Map<string, TypedText>> {
  const response = await ask(`?pagina=${encodeURIComponent(path)}`, { cache: 'no-store' })
  if (!response?.ok) return new Map()
  const { drafts } = (await response.json()) as { drafts: (TypedText & { form: string })[] }
  return new Map(drafts.map(({ form, values, savedAt }) => [form, { values, savedAt }]))
}

/** Drafts on their way out: a form that is made anew meanwhile must not find them. */
const removing = new Map<string, Promise<unknown>>()

export const serverDrafts = {
  async read(path: string, form: string): Promise<TypedText | null> {
    await removing.get(form)
    const now = performance.now()
    if (asked?.path !== path || now - asked.at > TOGETHER_MS)
      asked = { path, at: now, drafts: fetchDrafts(path) }
    return (await asked.drafts).get(form) ?? null
  },
  /** `last` while the page closes: the browser finishes the request. */
  async save(
    draft: { form: string; path: string; title: string; values: FormValues },
    last = false,
  ): Promise<SaveOutcome> {
    return outcomeOf(
      await ask('', {
        method: 'PUT',
        body: JSON.stringify(draft),
        headers: { 'content-type': 'application/json' },
        keepalive: last,
      }),
    )
  },
  remove(form: string, after: Promise<void>): void {
    const address = `?formulier=${encodeURIComponent(form)}`
    const gone = after
      .then(() => ask(address, { method: 'DELETE', keepalive: true }))
      .finally(() => {
        asked = null
        if (removing.get(form) === gone) removing.delete(form)
      })
    removing.set(form, gone)
  },
}
