import 'server-only'
import { routing } from '@/i18n/routing'
import { translatedPath } from '@/i18n/translated-path'
import { printPage, type Printed } from '@/lib/base/files/print'
import { origin } from '@/lib/base/runtime/env'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { paperMark } from './rules'
import type { PaperFile } from './types'

const TIMEOUT_MS = 20_000

interface PaperAddress {
  year: number
  locale: 'nl' | 'en'
}

/** The page of today's paper. */
export const paperPage = (slug: string, { year, locale }: PaperAddress): string =>
  `${translatedPath('/regions/[slug]/monitor/paper', { slug }, locale)}?jaar=${String(year)}`

/** The same for printing. The day keeps a print of yesterday from being given today. */
export const paperPath = (
  slug: string,
  { today, ...about }: PaperAddress & { today: CalendarDate },
): string => `${paperPage(slug, about)}&peildatum=${today}`

async function download(path: string): Promise<Response> {
  const answer = await fetch(`${origin}${path}`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  })
  if (!answer.ok) throw new Error(`${path} answers ${String(answer.status)}`)
  return answer
}

export type Collected =
  | { kind: 'files'; files: PaperFile[] }
  | { kind: 'changed' }
  | { kind: 'unprinted'; why: Exclude<Printed['kind'], 'pdf'> }

/**
 * The three files of a paper as anyone can fetch them, when each is made of the model with this
 * digest. 'changed' when one is not: the data changed meanwhile.
 */
export async function collectFiles(about: {
  slug: string
  year: number
  today: CalendarDate
  digest: string
  person: string
}): Promise<Collected> {
  const { slug, year, today, digest, person } = about
  const locale = routing.defaultLocale
  const path = paperPath(slug, { year, today, locale })
  if (!(await (await download(path)).text()).includes(paperMark(digest))) return { kind: 'changed' }
  const printed = await printPage(path, person)
  if (printed.kind !== 'pdf') return { kind: 'unprinted', why: printed.kind }
  const files: PaperFile[] = [{ kind: 'pdf', content: printed.file }]
  for (const kind of ['docx', 'pptx'] as const) {
    const answer = await download(
      `/api/monitor/${slug}/bestuursstuk.${kind}?jaar=${String(year)}&taal=${locale}`,
    )
    if (answer.headers.get('etag')?.includes(digest) !== true) return { kind: 'changed' }
    files.push({ kind, content: new Uint8Array(await answer.arrayBuffer()) })
  }
  return { kind: 'files', files }
}
