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

/** Files stay until the source is created, so uploads are limited. */
const uploads = createLimit({ name: 'sample-file', points: 60, windowSeconds: 3_600 })

const missing = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

type Dataset = NonNullable<Awaited<ReturnType<typeof getDataset>>>

async function sourceOf(parameters: URLSearchParams): Promise<Dataset | null | 'missing'> {
  if (!parameters.has('bron')) return null
  const target = datasetTargetSchema.safeParse({ dataset: parameters.get('bron') })
  const dataset = target.success ? await getDataset(target.data.dataset) : null
  return dataset?.kind === 'file' ? dataset : 'missing'
}

const pageOf = (dataset: Dataset | null) =>
  dataset === null
    ? ('/workspace/admin/figures/new' as const)
    : {
        pathname: '/workspace/admin/figures/sources/[slug]' as const,
        params: { slug: dataset.slug },
      }

async function keepSample(request: NextRequest, dataset: Dataset | null, actorId: string) {
  const { field, file } = await readUpload(request)
  await takeRows(await openSheet(file.content), 1)
  const submission = withFile(submissionOf(field(SUBMISSION_FIELD), {}), file.content)
  const id = await saveSample({
    kind: 'file',
    content: file.content,
    label: file.name,
    datasetId: dataset?.id ?? null,
    actorId,
    submission,
  })
  return dataset === null
    ? { pathname: '/workspace/admin/figures/new/[id]' as const, params: { id } }
    : pageOf(dataset)
}

export async function POST(request: NextRequest): Promise<NextResponse> {
  const actor = await currentActor()
  if (!actor || !canImport(actor) || !isSameOrigin(request.headers)) return missing()
  const { searchParams } = request.nextUrl
  const locale = searchParams.get('taal') === 'en' ? 'en' : 'nl'
  const dataset = await sourceOf(searchParams)
  if (dataset === 'missing') return missing()
  const go = (path: string) => NextResponse.redirect(`${origin}${path}`, 303)
  const refuse = (problem: string, detail = '') => {
    const query = { fout: problem, ...(detail !== '' && { waar: detail.slice(0, 200) }) }
    const page = getPathname({ href: pageOf(dataset), locale })
    return go(`${page}?${new URLSearchParams(query).toString()}`)
  }
  if (!(await uploads.consume(actor.userId)).allowed) return refuse('tooOften')
  try {
    const next = await keepSample(request, dataset, actor.userId)
    return go(getPathname({ href: next, locale }))
  } catch (error) {
    if (error instanceof SheetError) return refuse(error.problem, error.detail)
    throw error
  }
}
