import { NextResponse, type NextRequest } from 'next/server'
import { getPathname } from '@/i18n/navigation'
import { currentActor } from '@/lib/people/accounts/session'
import { getDataset } from '@/lib/figures/datasets/data'
import { canImport } from '@/lib/figures/datasets/policy'
import { datasetTargetSchema } from '@/lib/figures/datasets/schema'
import { checkFile } from '@/lib/figures/imports/run.mutations'
import { origin } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { problemResponse } from '@/lib/base/http/headers'
import { isSameOrigin } from '@/lib/base/http/network'
import { SheetError } from '@/lib/base/files/sheets'
import { readUpload } from '@/lib/base/http/upload'

const missing = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/** No server action, for the reason in `readUpload`. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const actor = await currentActor()
  if (!actor || !canImport(actor) || !isSameOrigin(request.headers)) return missing()
  const locale = request.nextUrl.searchParams.get('taal') === 'en' ? 'en' : 'nl'
  const go = (path: string) => NextResponse.redirect(`${origin}${path}`, 303)
  const refuse = (problem: string, detail = '') =>
    go(
      getPathname({
        href: {
          pathname: '/workspace/admin/figures',
          query: { fout: problem, ...(detail !== '' && { waar: detail.slice(0, 200) }) },
        },
        locale,
      }),
    )
  try {
    const { field, file } = await readUpload(request)
    const target = datasetTargetSchema.safeParse({ dataset: field('dataset') })
    const dataset = target.success ? await getDataset(target.data.dataset) : null
    if (dataset?.kind !== 'file') return missing()
    const { id } = await checkFile(
      { datasetSlug: dataset.slug, trigger: 'screen', actorId: actor.userId, fileName: file.name },
      file.content,
    )
    return go(
      getPathname({ href: { pathname: '/workspace/admin/figures/[id]', params: { id } }, locale }),
    )
  } catch (error) {
    if (error instanceof SheetError) return refuse(error.problem, error.detail)
    if (error instanceof AppError && error.code === 'CONFLICT') return refuse('busy')
    throw error
  }
}
