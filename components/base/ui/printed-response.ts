import type { NextRequest, NextResponse } from 'next/server'
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
  name: string
  /** Address of the same as a Word file. */
  word: string
  /** Who asks: an account or a network. */
  person: string
}

function unprinted(
  request: NextRequest,
  { locale, path, word }: Wanted,
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
    { href: path, label: t('page') },
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

/** The page as PDF, or words about why there is none and what to do. */
export async function printedResponse(request: NextRequest, wanted: Wanted): Promise<NextResponse> {
  const printed = await printPage(wanted.path, wanted.person)
  return printed.kind === 'pdf'
    ? fileResponse(printed.file, 'pdf', wanted.name)
    : unprinted(request, wanted, printed)
}
