import { NextResponse, type NextRequest } from 'next/server'
import { getPathname } from '@/i18n/navigation'
import { currentActor } from '@/lib/people/accounts/session'
import { getDataset } from '@/lib/figures/datasets/data'
import { saveSample } from '@/lib/figures/datasets/mutations'
import { canImport } from '@/lib/figures/datasets/policy'
import { datasetTargetSchema } from '@/lib/figures/datasets/schema'
import { origin } from '@/lib/base/runtime/env'
import { problemResponse } from '@/lib/base/http/headers'
import { isSameOrigin } from '@/lib/base/http/network'
import { createLimit } from '@/lib/base/http/rate-limit'
import { openSheet, SheetError, takeRows } from '@/lib/base/files/sheets'
import { submissionOf, withFile } from '@/lib/base/http/submission'
import { SUBMISSION_FIELD } from '@/lib/base/http/submission-key'
import { readUpload } from '@/lib/base/http/upload'

/** A file is kept until its source is made; nobody needs more than this in an hour. */
const uploads = createLimit({ name: 'sample-file', points: 60, windowSeconds: 3_600 })

const missing = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/** Takes a file with which someone says what its columns mean: for a new source, or for one that is there. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const actor = await currentActor()
  if (!actor || !canImport(actor) || !isSameOrigin(request.headers)) return missing()
  const { searchParams } = request.nextUrl
  const locale = searchParams.get('taal') === 'en' ? 'en' : 'nl'
  const target = datasetTargetSchema.safeParse({ dataset: searchParams.get('bron') })
  const dataset = target.success ? await getDataset(target.data.dataset) : null
  if (searchParams.has('bron') && dataset?.kind !== 'file') return missing()
  const go = (path: string) => NextResponse.redirect(`${origin}${path}`, 303)
  const page =
    dataset === null
      ? ('/workspace/admin/figures/new' as const)
      : {
          pathname: '/workspace/admin/figures/sources/[slug]' as const,
          params: { slug: dataset.slug },
        }
  const refuse = (problem: string, detail = '') =>
    go(
      `${getPathname({ href: page, locale })}?${new URLSearchParams({ fout: problem, ...(detail !== '' && { waar: detail.slice(0, 200) }) }).toString()}`,
    )
  if (!(await uploads.consume(actor.userId)).allowed) return refuse('tooOften')
  try {
    const { field, file } = await readUpload(request)
    await takeRows(await openSheet(file.content), 1)
    const submission = withFile(submissionOf(field(SUBMISSION_FIELD), {}), file.content)
    const id = await saveSample({
      kind: 'file',
      content: file.content,
      label: file.name,
      datasetId: dataset?.id ?? null,
      actorId: actor.userId,
      submission,
    })
    return go(
      dataset === null
        ? getPathname({
            href: { pathname: '/workspace/admin/figures/new/[id]', params: { id } },
            locale,
          })
        : getPathname({ href: page, locale }),
    )
  } catch (error) {
    if (error instanceof SheetError) return refuse(error.problem, error.detail)
    throw error
  }
}
