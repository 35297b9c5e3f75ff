import { NextResponse, type NextRequest } from 'next/server'
import { createTranslator } from 'next-intl'
import type { Locale } from '@/i18n/routing'
import { printPage, type Printed } from '@/lib/base/files/print'
import { fileResponse } from '@/lib/base/http/file-response'
import { problemResponse } from '@/lib/base/http/headers'
import { plainPage, wantsPage } from '@/lib/base/http/plain-page'
import { messages } from '@/messages'

type Unprinted = Exclude<Printed, { kind: 'pdf' }>
const STATUS: Readonly<Record<Unprinted['kind'], number>> = {
  'no-chromium': 501,
  personBusy: 429,
  full: 503,
  waitedTooLong: 503,
  failed: 503,
}
const FAILED_RETRY_SECONDS = 30

interface Wanted {
  locale: Locale
  /** Of the page that is printed; never text from outside. */
  path: string
  /** The same page for people, where its address for printing says more. */
  page?: string
  name: string
  /** Address of the same as a Word file. */
  word: string
  /** Who asks: an account or a network. */
  person: string
}

function unprinted(
  request: NextRequest,
  { locale, path, page = path, word }: Wanted,
  printed: Unprinted,
): NextResponse {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'ui.unprinted' })
  const status = STATUS[printed.kind]
  const [title, text] = [t(`${printed.kind}Title`), t(printed.kind)]
  const retryAfterSeconds =
    'retryAfterSeconds' in printed ? printed.retryAfterSeconds : FAILED_RETRY_SECONDS
  const canTryAgain = printed.kind !== 'no-chromium'
  const { pathname, search } = request.nextUrl
  if (!wantsPage(request.headers)) {
    const problem = problemResponse(status, title, text)
    if (canTryAgain) problem.headers.set('retry-after', String(retryAfterSeconds))
    return problem
  }
  const links = [
    ...(canTryAgain ? [{ href: `${pathname}${search}`, label: t('again') }] : []),
    { href: page, label: t('page') },
    { href: word, label: t('word') },
  ]
  return plainPage({
    status,
    language: locale,
    title,
    text,
    links,
    ...(canTryAgain && { retryAfterSeconds }),
  })
}

const LINES = 'application/x-ndjson'

/**
 * The steps of the printing as lines of JSON, the last 'done' or 'failed'. What was printed is kept
 * for a while, so that whoever waited here then gets it at once.
 */
function stepsResponse({ path, person }: Wanted): NextResponse {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (step: string) =>
        controller.enqueue(encoder.encode(`${JSON.stringify({ step })}\n`))
      const printed = await printPage(path, person, tell)
      tell(printed.kind === 'pdf' ? 'done' : 'failed')
      controller.close()
    },
  })
  return new NextResponse(body, {
    headers: { 'content-type': `${LINES}; charset=utf-8`, 'cache-control': 'no-store' },
  })
}

/** The page as PDF, or words about why there is none and what to do. */
export async function printedResponse(request: NextRequest, wanted: Wanted): Promise<NextResponse> {
  if (request.headers.get('accept') === LINES) return stepsResponse(wanted)
  const printed = await printPage(wanted.path, wanted.person)
  return printed.kind === 'pdf'
    ? fileResponse(printed.file, 'pdf', wanted.name)
    : unprinted(request, wanted, printed)
}
