import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { randomBytes } from 'node:crypto'
import { addressesOf } from './addresses.ts'
import {
  acceptsGzip,
  pageAnswer,
  plainAnswer,
  problemAnswer,
  RETRY_AFTER,
  type Answer,
} from './answers.ts'
import { fillPage, type Page } from './page.ts'
import { isApiPath, pathOf } from './request-rules.ts'
import { asksForDocument } from './shared-address.ts'
import { typedForm, type TypedForm } from './typed-form.ts'

export type Language = 'nl' | 'en'

const ENGLISH = /^\/en(?:[/?]|$)/
export const languageOf = (url: string): Language => (ENGLISH.test(url) ? 'en' : 'nl')

/** The error pages have no addresses of their own. */
export const NOT_FOUND = addressesOf('/not-found')
const FAULT = addressesOf('/fault')
export const isErrorPage = (path: string): boolean =>
  [NOT_FOUND, FAULT].some((paths) => Object.values(paths).includes(path))

/** Other statuses use the page of their class. */
const STATUSES = [400, 401, 403, 404, 405, 409, 413, 500, 503] as const
type Status = (typeof STATUSES)[number]

/** RFC 9110, 15.5.2: says how to sign in; browsers show nothing for a scheme they do not know. */
const EXTRA: Readonly<Record<number, OutgoingHttpHeaders>> = {
  401: { 'www-authenticate': 'Form' },
  503: { 'retry-after': RETRY_AFTER },
}

const wordsFor = (status: number): Status =>
  STATUSES.find((known) => known === status) ?? (status >= 500 ? 500 : 400)

/** Placeholder for typed text (app/[locale]/(public)/fault/page.tsx). */
const ROOM = /<div data-typed-text="true"><\/div>/
const SCRIPT =
  /<script\b[^>]*>[^<]*(?:<(?!\/script>)[^<]*)*<\/script>|<link\b[^>]*\bas="script"[^>]*>/g

/** Plain HTML, with `content` in the placeholder. */
function withoutScripts(
  page: Page,
  status: number,
  content: string,
  extra: OutgoingHttpHeaders,
): Answer {
  const { headers, body } = fillPage(page, randomBytes(16).toString('base64'), false)
  const html = body
    .toString()
    .replace(SCRIPT, '')
    .replace(ROOM, () => content)
  return { status, headers: { ...headers, ...extra }, body: html }
}

/** Error pages, rendered while everything still works (docs/adr/0022). */
export class ErrorPages {
  readonly #pages = new Map<string, Page>()

  async prepare(render: (url: string) => Promise<Page | null>): Promise<void> {
    for (const [language, path] of Object.entries(FAULT)) {
      for (const status of STATUSES) {
        const page = await render(`${path}?status=${status}`)
        if (page) this.#pages.set(`${language} ${status}`, page)
      }
    }
  }

  /** A page in the language of the address, a problem for programs, or a code for scripts. */
  answer(status: number, incoming: IncomingMessage, extra: OutgoingHttpHeaders = {}): Answer {
    const url = incoming.url ?? '/'
    const path = pathOf(url)
    if (isApiPath(path)) return problemAnswer(status, extra)
    const page = asksForDocument(path, incoming.headers)
      ? this.#pageFor(status, languageOf(url))
      : undefined
    if (!page) return plainAnswer(status, extra)
    // Next's scripts fail on malformed addresses.
    return status === 400
      ? withoutScripts(page, status, '', extra)
      : pageAnswer(page, status, acceptsGzip(incoming), extra)
  }

  /** The page for a failed form with its typed text; without scripts, so it stays as it is. */
  answerForm(status: number, incoming: IncomingMessage, form: TypedForm): Answer {
    const language = languageOf(incoming.url ?? '/')
    const page = this.#pageFor(status, language)
    if (!page) return this.answer(status, incoming)
    return withoutScripts(page, status, typedForm(form, language), EXTRA[status] ?? {})
  }

  #pageFor(status: number, language: Language): Page | undefined {
    return this.#pages.get(`${language} ${wordsFor(status)}`)
  }
}
