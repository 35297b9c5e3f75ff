import { hasLocale } from 'next-intl'
import type { NextRequest } from 'next/server'
import { printedResponse } from '@/components/base/ui/printed-response'
import { portraitDocument } from '@/components/site/portraits/portrait-document'
import { portraitSlides } from '@/components/site/portraits/portrait-slides'
import { portraitText } from '@/components/site/portraits/portrait-text'
import { fileAddress, portraitsAddress } from '@/components/site/portraits/addresses'
import { routing, type Locale } from '@/i18n/routing'
import { fileResponse, type FileType } from '@/lib/base/http/file-response'
import { toApa, toBibtex, toCslJson, toRis } from '@/lib/knowledge/citations/rules'
import type { Citation } from '@/lib/knowledge/citations/types'
import { readerKey } from '@/lib/people/accounts/session'
import { loadPortraits } from '@/lib/site/portraits/loaders'
import { isPortraitFile, type PortraitFile } from '@/lib/site/portraits/rules'
import type { Portrait } from '@/lib/site/portraits/types'

type CitationKind = Exclude<PortraitFile, 'docx' | 'pdf' | 'pptx'>

const CITATIONS: Readonly<
  Record<CitationKind, readonly [FileType, (citations: readonly Citation[]) => string]>
> = {
  bib: ['bib', toBibtex],
  ris: ['ris', toRis],
  csl: ['json', toCslJson],
  apa: ['txt', (citations) => citations.map((one) => `${toApa(one)}\n`).join('\n')],
}

function nameOf(portraits: readonly Portrait[], locale: Locale): string {
  const [only] = portraits
  if (portraits.length === 1 && only) return only.compared.initiative.slug
  return locale === 'en' ? 'portraits' : 'portretten'
}

/** Never stored: an assessor may not see the same as a visitor. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const query = request.nextUrl.searchParams
  const kind = query.get('soort')
  const portraits = await loadPortraits(query.getAll('i'))
  if (!hasLocale(routing.locales, locale) || !isPortraitFile(kind) || portraits.length === 0)
    return new Response(null, { status: 404 })
  const name = nameOf(portraits, locale)
  if (kind === 'pdf') {
    const slugs = portraits.map(({ compared }) => compared.initiative.slug)
    const [path, word] = [portraitsAddress(locale, slugs), fileAddress(locale, slugs, 'docx')]
    return printedResponse(request, { locale, path, name, word, person: await readerKey() })
  }
  if (kind === 'docx' || kind === 'pptx') {
    const texts = await Promise.all(portraits.map((portrait) => portraitText(portrait, locale)))
    const [{ citation }] = portraits as [Portrait]
    const file =
      kind === 'docx'
        ? await portraitDocument(texts, locale)
        : await portraitSlides(texts, { locale, site: citation.site })
    return fileResponse(file, kind, name)
  }
  const [type, write] = CITATIONS[kind]
  return fileResponse(write(portraits.map(({ citation }) => citation)), type, name)
}
