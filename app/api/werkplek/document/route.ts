import { NextResponse, type NextRequest } from 'next/server'
import { getPathname } from '@/i18n/navigation'
import { readDocument } from '@/lib/base/files/documents/reader'
import type { DocumentProblem } from '@/lib/base/files/documents/types'
import { SheetError } from '@/lib/base/files/sheets'
import { problemResponse } from '@/lib/base/http/headers'
import { isSameOrigin } from '@/lib/base/http/network'
import { readUpload } from '@/lib/base/http/upload'
import { origin } from '@/lib/base/runtime/env'
import { getKnowledge } from '@/lib/knowledge/documents/data'
import { saveReading } from '@/lib/knowledge/documents/mutations'
import { canReadDocuments } from '@/lib/knowledge/documents/policy'
import { proposalsOf } from '@/lib/knowledge/documents/rules'
import { currentActor } from '@/lib/people/accounts/session'

const missing = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

const UPLOAD_PROBLEMS: Partial<Record<SheetError['problem'], DocumentProblem>> = {
  empty: 'empty',
  tooLarge: 'tooLarge',
}

/** No server action, for the reason in `readUpload`. The file itself is kept nowhere. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const actor = await currentActor()
  if (!actor || !canReadDocuments(actor) || !isSameOrigin(request.headers)) return missing()
  const locale = request.nextUrl.searchParams.get('taal') === 'en' ? 'en' : 'nl'
  const go = (href: Parameters<typeof getPathname>[0]['href']) =>
    NextResponse.redirect(`${origin}${getPathname({ href, locale })}`, 303)
  const refuse = (problem: DocumentProblem) =>
    go({ pathname: '/workspace/initiatives/new/document', query: { fout: problem } })
  try {
    const { file } = await readUpload(request)
    const reading = await readDocument(file.content, actor.userId)
    if ('problem' in reading) return refuse(reading.problem)
    const proposals = proposalsOf(reading.blocks, await getKnowledge())
    if (proposals.length === 0) return refuse('noText')
    const { id } = await saveReading({
      actorId: actor.userId,
      source: file.name,
      proposals,
      now: new Date(),
    })
    return go({ pathname: '/workspace/initiatives/new/document/[id]', params: { id } })
  } catch (error) {
    if (error instanceof SheetError) return refuse(UPLOAD_PROBLEMS[error.problem] ?? 'broken')
    throw error
  }
}
