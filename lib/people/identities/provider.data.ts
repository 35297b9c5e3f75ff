import 'server-only'
import { createPrivateKey } from 'node:crypto'
import * as oidc from 'openid-client'
import { memoizeFor } from '@/lib/base/cache/memoize'
import { env, origin } from '@/lib/base/runtime/env'
import { log } from '@/lib/base/runtime/log'
import { parseGroupMap, readPerson } from './rules'
import type { Flow, GroupMap, ProviderPerson, Refusal } from './types'

export const CALLBACK_PATH = '/api/oidc/callback'
const HOUR_MS = 60 * 60_000
const ANSWER_SECONDS = 10
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/

/** Why these settings cannot work, for the log; null when they can, or where no provider is set. */
function settingsProblem(): string | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_PRIVATE_KEY: key } = env
  if (issuer === undefined) return null
  if (id === undefined) return 'OIDC_CLIENT_ID is not set'
  if ((env.OIDC_CLIENT_SECRET === undefined) === (key === undefined))
    return 'set either OIDC_CLIENT_SECRET or OIDC_PRIVATE_KEY'
  if (!issuer.startsWith('https:') && !LOOPBACK.test(issuer))
    return 'OIDC_ISSUER must begin with https://'
  try {
    if (key !== undefined) createPrivateKey(key)
    groupRights()
  } catch (error) {
    return `OIDC_PRIVATE_KEY or OIDC_GROUP_MAP is not right: ${error instanceof Error ? error.name : ''}`
  }
  return null
}

/** What groups give here. @throws Error for a setting that is not right */
export const groupRights = (): GroupMap => parseGroupMap(env.OIDC_GROUP_MAP)

const problem = settingsProblem()

/** Says at the start what is wrong; until that is mended people sign in with their password. */
export function checkProviderSettings(): void {
  if (problem !== null) log.error({ problem }, 'no signing in through an organisation')
}

/** The name on the button; null where no provider is set, or its settings cannot work. */
export const providerName = (): string | null =>
  env.OIDC_ISSUER === undefined || problem !== null ? null : env.OIDC_NAME

/** The key pair's algorithm as WebCrypto names it. */
async function importKey(pem: string): Promise<CryptoKey> {
  const key = createPrivateKey(pem)
  const algorithm =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const der = key.export({ type: 'pkcs8', format: 'der' })
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
}

async function clientAuthentication(): Promise<oidc.ClientAuth> {
  if (env.OIDC_PRIVATE_KEY === undefined) return oidc.ClientSecretBasic(env.OIDC_CLIENT_SECRET)
  const key = await importKey(env.OIDC_PRIVATE_KEY)
  const kid = env.OIDC_PRIVATE_KEY_KID
  return oidc.PrivateKeyJwt(kid === undefined ? key : { key, kid })
}

/** What the provider says of itself, kept for an hour; a failure is not kept. */
const configuration = memoizeFor(HOUR_MS, async () => {
  const issuer = env.OIDC_ISSUER ?? ''
  return oidc.discovery(
    new URL(issuer),
    env.OIDC_CLIENT_ID ?? '',
    undefined,
    await clientAuthentication(),
    {
      timeout: ANSWER_SECONDS,
      execute: [
        // Also checks the signature of what came over TLS.
        oidc.enableNonRepudiationChecks,
        ...(LOOPBACK.test(issuer) ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
})

/** Where the browser goes, and what must come back with it. */
export async function startFlow(
  about: Pick<Flow, 'returnTo' | 'locale' | 'linkTo'>,
): Promise<{ address: string; flow: Flow } | Refusal> {
  const flow: Flow = {
    ...about,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  }
  try {
    const address = oidc.buildAuthorizationUrl(await configuration(), {
      redirect_uri: `${origin}${CALLBACK_PATH}`,
      scope: 'openid email profile',
      response_type: 'code',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      ui_locales: flow.locale,
    })
    return { address: address.href, flow }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Who came back: the code is exchanged and everything checked. */
export async function finishFlow(search: string, flow: Flow): Promise<ProviderPerson | Refusal> {
  try {
    const config = await configuration()
    const tokens = await oidc.authorizationCodeGrant(
      config,
      new URL(`${origin}${CALLBACK_PATH}${search}`),
      {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      },
    )
    const idToken = tokens.claims()
    if (!idToken) return 'failed'
    const userInfo =
      config.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await oidc.fetchUserInfo(config, tokens.access_token, idToken.sub)
    return readPerson(idToken.iss, idToken, userInfo, env.OIDC_GROUP_CLAIM) ?? 'failed'
  } catch (error) {
    return refusalOf(error)
  }
}

/** Codes and no texts of the provider go to the log. */
function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = error instanceof oidc.AuthorizationResponseError ? error.error : ''
  const refusal = said === 'access_denied' ? 'denied' : isAway(error) ? 'away' : 'failed'
  const name = error instanceof Error ? error.name : ''
  log.warn({ refusal, name, code, said }, 'identity provider')
  return refusal
}

const AWAY_STATUS = 500

/** No connection, no answer in time, or a fault on the other side. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true
  if (error instanceof TypeError && error.message === 'fetch failed') return true
  if (error.cause instanceof Response) return error.cause.status >= AWAY_STATUS
  if ('status' in error && typeof error.status === 'number') return error.status >= AWAY_STATUS
  return isAway(error.cause)
}
