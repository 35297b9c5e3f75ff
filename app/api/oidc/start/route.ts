import { NextResponse, type NextRequest } from 'next/server'
import { translatedPath } from '@/i18n/translated-path'
import { problemResponse } from '@/lib/base/http/headers'
import { takeSealedCookie, writeSealedCookie } from '@/lib/base/http/sealed-cookie'
import { origin } from '@/lib/base/runtime/env'
import { safeReturnPath } from '@/lib/people/accounts/rules'
import { currentSession, requestClient } from '@/lib/people/accounts/session'
import { saveSignOnRefusal } from '@/lib/people/identities/mutations'
import { providerName, startFlow } from '@/lib/people/identities/provider.data'
import {
  FLOW_COOKIE,
  FLOW_SECONDS,
  flowText,
  LINK_COOKIE,
  parseLink,
} from '@/lib/people/identities/rules'
import type { Flow } from '@/lib/people/identities/types'

/** Who asked to link in this very session a moment ago; null for anyone else. */
async function linkIntent(): Promise<Flow['linkTo']> {
  const asked = parseLink(await takeSealedCookie(LINK_COOKIE), new Date())
  const session = await currentSession()
  const isOwn = asked?.sessionId === session?.sessionId && asked?.userId === session?.actor.userId
  return isOwn ? asked : null
}

/** Sends the browser to the identity provider. */
export async function GET(request: NextRequest): Promise<Response> {
  if (providerName() === null)
    return problemResponse(404, 'Niet gevonden', 'Dit adres bestaat niet.')
  const query = request.nextUrl.searchParams
  const locale = query.get('taal') === 'en' ? 'en' : 'nl'
  const links = query.get('doel') === 'koppelen'
  const linkTo = links ? await linkIntent() : null
  const account = translatedPath('/workspace/account', {}, locale)
  if (links && linkTo === null) return away(`${account}#provider`)
  const started = await startFlow({
    returnTo: links ? account : safeReturnPath(query.get('terug'), origin),
    locale,
    linkTo,
  })
  if (typeof started === 'string') {
    const { network } = await requestClient()
    await saveSignOnRefusal(started, linkTo?.userId ?? null, network)
    const page = links ? account : translatedPath('/sign-in', {}, locale)
    return away(`${page}?error=provider-${started}`)
  }
  await writeSealedCookie(FLOW_COOKIE, flowText(started.flow, new Date()), FLOW_SECONDS)
  return away(started.address)
}

const away = (address: string) => {
  const response = NextResponse.redirect(new URL(address, origin), 303)
  response.headers.set('cache-control', 'no-store')
  return response
}
