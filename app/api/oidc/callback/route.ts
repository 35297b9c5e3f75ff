import { NextResponse, type NextRequest } from 'next/server'
import { translatedPath } from '@/i18n/translated-path'
import { problemResponse } from '@/lib/base/http/headers'
import { takeSealedCookie } from '@/lib/base/http/sealed-cookie'
import { origin } from '@/lib/base/runtime/env'
import { currentSession, requestClient, writeSessionCookie } from '@/lib/people/accounts/session'
import { pathAfterSignIn } from '@/lib/people/accounts/stage.rules'
import { linkIdentity, saveSignOnRefusal, signOn } from '@/lib/people/identities/mutations'
import { finishFlow, providerName } from '@/lib/people/identities/provider.data'
import { FLOW_COOKIE, parseFlow } from '@/lib/people/identities/rules'
import type { Flow, Refusal } from '@/lib/people/identities/types'

/** The browser comes back from the identity provider: it is signed in, linked, or told why not. */
export async function GET(request: NextRequest): Promise<Response> {
  if (providerName() === null)
    return problemResponse(404, 'Niet gevonden', 'Dit adres bestaat niet.')
  const flow = parseFlow(await takeSealedCookie(FLOW_COOKIE), new Date())
  // Without a sign-in of this browser on its way there is nothing to record.
  if (!flow) return tell('failed', null)
  const person = await finishFlow(request.nextUrl.search, flow)
  if (typeof person === 'string') return refuse(person, flow)
  if (flow.linkTo) {
    const session = await currentSession()
    if (session?.sessionId !== flow.linkTo.sessionId) return refuse('failed', flow)
    const outcome = await linkIdentity(flow.linkTo.userId, person)
    return outcome === 'ok'
      ? away(`${flow.returnTo ?? '/'}?gekoppeld=ja#provider`)
      : refuse(outcome, flow)
  }
  const outcome = await signOn(person, (await requestClient()).device)
  if (outcome.status === 'refused') return tell(outcome.reason, flow)
  await writeSessionCookie(outcome, outcome.expiresAt)
  return away(pathAfterSignIn(outcome.stage, flow.returnTo, flow.locale))
}

async function refuse(reason: Refusal, flow: Flow): Promise<Response> {
  const { network } = await requestClient()
  await saveSignOnRefusal(reason, flow.linkTo?.userId ?? null, network)
  return tell(reason, flow)
}

/** In words, on the page where it began. */
function tell(reason: Refusal, flow: Flow | null): Response {
  const page = flow?.linkTo ? '/workspace/account' : '/sign-in'
  const query = new URLSearchParams({ error: `provider-${reason}` })
  if (flow?.returnTo && !flow.linkTo) query.set('terug', flow.returnTo)
  return away(`${translatedPath(page, {}, flow?.locale ?? 'nl')}?${query.toString()}`)
}

const away = (address: string) => {
  const response = NextResponse.redirect(new URL(address, origin), 303)
  response.headers.set('cache-control', 'no-store')
  return response
}
