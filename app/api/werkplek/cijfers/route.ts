import { NextResponse, type NextRequest } from 'next/server'
import { currentActor } from '@/lib/accounts/session'
import { getDataset } from '@/lib/imports/data'
import { checkFile } from '@/lib/imports/mutations'
import { canImport } from '@/lib/imports/policy'
import { datasetTargetSchema } from '@/lib/imports/schema'
import { origin } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { problemResponse } from '@/lib/platform/headers'
import { isSameOrigin } from '@/lib/platform/network'
import { collectBytes, MAX_FILE_BYTES, SheetError } from '@/lib/platform/sheets'

const ROOM_FOR_FIELDS = 64 * 1_024
const PAGE = '/werkplek/beheer/cijfers'

const go = (path: string) => NextResponse.redirect(`${origin}${path}`, 303)
const missing = () => problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/**
 * Takes a file from the form and shows what writing would do. Not a server action: those hold the whole body in memory
 * before anyone knows who sends it. Here the sender is known first, and the body is refused while it comes in.
 */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const actor = await currentActor()
  if (!actor || !canImport(actor) || !isSameOrigin(request.headers)) return missing()
  if (request.body === null) return go(`${PAGE}?fout=empty`)
  try {
    const body = await collectBytes(request.body, MAX_FILE_BYTES + ROOM_FOR_FIELDS)
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData()
    const target = datasetTargetSchema.safeParse({ dataset: form.get('dataset') })
    const file = form.get('bestand')
    const dataset = target.success ? await getDataset(target.data.dataset) : null
    if (dataset?.kind !== 'file') return missing()
    if (!(file instanceof File) || file.size === 0) return go(`${PAGE}?fout=empty`)
    const order = { datasetSlug: dataset.slug, trigger: 'screen' as const, actorId: actor.userId, fileName: file.name }
    const { id } = await checkFile(order, Buffer.from(await file.arrayBuffer()))
    return go(`${PAGE}/${id}`)
  } catch (error) {
    if (error instanceof SheetError) return go(`${PAGE}?fout=${error.problem}`)
    if (error instanceof AppError && error.code === 'CONFLICT') return go(`${PAGE}?fout=busy`)
    if (error instanceof TypeError) return go(`${PAGE}?fout=broken`)
    throw error
  }
}
