import { NextResponse, type NextRequest } from 'next/server'
import { getPathname } from '@/i18n/navigation'
import { SheetError } from '@/lib/base/files/sheets'
import { problemResponse } from '@/lib/base/http/headers'
import { isSameOrigin } from '@/lib/base/http/network'
import { submissionOf, withFile } from '@/lib/base/http/submission'
import { SUBMISSION_FIELD } from '@/lib/base/http/submission-key'
import { readUpload } from '@/lib/base/http/upload'
import { origin } from '@/lib/base/runtime/env'
import { isComplete } from '@/lib/knowledge/initiative-imports/columns.rules'
import { checkImport, saveFile } from '@/lib/knowledge/initiative-imports/mutations'
import { listOrganisations } from '@/lib/knowledge/initiative-imports/names.data'
import { canImport, canImportSomewhere } from '@/lib/knowledge/initiative-imports/policy'
import { readRows } from '@/lib/knowledge/initiative-imports/rows.data'
import type { FileProblem } from '@/lib/knowledge/initiative-imports/types'
import { currentActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'

const missing = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

const UPLOAD_PROBLEMS: Partial<Record<SheetError['problem'], FileProblem>> = {
  empty: 'empty',
  tooLarge: 'tooLarge',
}

type Kept = { problem: FileProblem } | { id: string } | 'forbidden'

/** An organisation that this person may import for and that still exists; null for a column. */
async function mayFor(actor: Actor, organisationId: string | null): Promise<boolean> {
  if (!canImport(actor, organisationId)) return false
  if (organisationId === null) return true
  return (await listOrganisations()).some(({ id, ended }) => id === organisationId && !ended)
}

async function keep(request: NextRequest, actor: Actor): Promise<Kept> {
  const { file, field } = await readUpload(request)
  const organisationId = field('organisatie') === '' ? null : field('organisatie')
  if (!(await mayFor(actor, organisationId))) return 'forbidden'
  const read = await readRows(file.content)
  if ('problem' in read) return read
  const { id, columns } = await saveFile({
    actorId: actor.userId,
    submission: withFile(
      submissionOf(field(SUBMISSION_FIELD), { organisation: organisationId ?? '' }),
      file.content,
    ),
    organisationId,
    fileName: file.name,
    content: file.content,
    headers: read.headers,
  })
  // Nothing to choose: the rows are checked at once.
  if (isComplete(columns, organisationId === null))
    await checkImport({ id, organisationId, columns }, actor.userId)
  return { id }
}

/** No server action, for the reason in `readUpload`. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const actor = await currentActor()
  if (!actor || !canImportSomewhere(actor) || !isSameOrigin(request.headers)) return missing()
  const locale = request.nextUrl.searchParams.get('taal') === 'en' ? 'en' : 'nl'
  const go = (href: Parameters<typeof getPathname>[0]['href']) =>
    NextResponse.redirect(`${origin}${getPathname({ href, locale })}`, 303)
  const refuse = (problem: FileProblem) =>
    go({ pathname: '/workspace/initiatives/import', query: { fout: problem } })
  try {
    const kept = await keep(request, actor)
    if (kept === 'forbidden') return missing()
    if ('problem' in kept) return refuse(kept.problem)
    return go({ pathname: '/workspace/initiatives/import/[id]', params: { id: kept.id } })
  } catch (error) {
    if (error instanceof SheetError) return refuse(UPLOAD_PROBLEMS[error.problem] ?? 'broken')
    throw error
  }
}
