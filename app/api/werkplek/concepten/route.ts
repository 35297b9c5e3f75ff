import { NextResponse, type NextRequest } from 'next/server'
import { problemResponse } from '@/lib/base/http/headers'
import { isSameOrigin } from '@/lib/base/http/network'
import { createLimit } from '@/lib/base/http/rate-limit'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { currentActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { listDraftsOfPage } from '@/lib/people/form-drafts/data'
import { deleteFormDraft, saveFormDraft } from '@/lib/people/form-drafts/mutations'
import { draftPathSchema, formDraftSchema, formNameSchema } from '@/lib/people/form-drafts/schema'

/** Someone who types saves at most once in two seconds, in a few tabs. */
const saves = createLimit({ name: 'form-draft', points: 240, windowSeconds: 120 })

const answer = (body: object) =>
  NextResponse.json(body, { headers: { 'cache-control': 'no-store' } })
const refused = () =>
  problemResponse(400, 'Ongeldige aanvraag', 'Dit is geen concept van een formulier.')

async function forPerson(work: (actor: Actor) => Promise<NextResponse>): Promise<NextResponse> {
  try {
    const actor = await currentActor()
    return actor === null
      ? problemResponse(401, 'Niet ingelogd', 'Log in om uw tekst te bewaren.')
      : await work(actor)
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    return problemResponse(
      503,
      'Nu niet bereikbaar',
      'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
    )
  }
}

/** What the reader typed on a page and did not send. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  return forPerson(async ({ userId }) => {
    const path = draftPathSchema.safeParse(request.nextUrl.searchParams.get('pagina'))
    return path.success ? answer({ drafts: await listDraftsOfPage(userId, path.data) }) : refused()
  })
}

export async function PUT(request: NextRequest): Promise<NextResponse> {
  if (!isSameOrigin(request.headers)) return refused()
  return forPerson(async ({ userId }) => {
    const draft = formDraftSchema.safeParse(await request.json().catch(() => null))
    if (!draft.success) return refused()
    if (!(await saves.consume(userId)).allowed)
      return problemResponse(429, 'Te vaak', 'Wacht even en typ dan verder.')
    const savedAt = await saveFormDraft(userId, draft.data)
    return savedAt === null
      ? problemResponse(409, 'Vol', 'Er staan te veel teksten die nog niet zijn verstuurd.')
      : answer({ savedAt: savedAt.toISOString() })
  })
}

export async function DELETE(request: NextRequest): Promise<NextResponse> {
  if (!isSameOrigin(request.headers)) return refused()
  return forPerson(async ({ userId }) => {
    const form = formNameSchema.safeParse(request.nextUrl.searchParams.get('formulier'))
    if (!form.success) return refused()
    await deleteFormDraft(userId, form.data)
    return answer({})
  })
}
