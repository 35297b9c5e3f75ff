import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startProvider } from '@/lib/base/testing/provider-process'
import { startTamperingProvider } from '@/lib/base/testing/tampering-provider'

const SITE = 'https://praktijkbank.test'
const CALLBACK = `${SITE}/api/oidc/callback`
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ecPem = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const client = (client_id: string, more: object) => ({
  client_id,
  redirect_uris: [CALLBACK],
  ...more,
})
const byKey = (key: typeof publicKey, alg: string) => ({
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: alg,
  jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'k1', alg, use: 'sig' }] },
})

let provider: Awaited<ReturnType<typeof startProvider>>
let liar: Awaited<ReturnType<typeof startTamperingProvider>>

beforeAll(async () => {
  provider = await startProvider(
    [
      client('secret', { client_secret: 'a secret' }),
      client('rsa', byKey(publicKey, 'RS256')),
      client('ec', byKey(ec.publicKey, 'ES256')),
    ],
    {
      willemijn: {
        claims: {
          email: 'willemijn@overijssel.test',
          email_verified: true,
          name: 'Willemijn de Boer',
          groups: ['redactie'],
        },
        amr: ['pwd', 'mfa'],
      },
    },
  )
  liar = await startTamperingProvider('secret')
}, 60_000)
afterAll(async () => {
  await provider.stop()
  await liar.stop()
})

/** The module with these settings, as at a start of its own. */
async function withSettings(settings: Record<string, string>) {
  vi.resetModules()
  for (const name of Object.keys(process.env))
    if (name.startsWith('OIDC_')) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries({
    DATABASE_URL: 'postgres://nobody',
    NEXTAUTH_URL: SITE,
    OIDC_GROUP_CLAIM: 'groups',
    ...settings,
  }))
    vi.stubEnv(name, value)
  return import('./provider.data')
}
const secretOf = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'secret',
  OIDC_CLIENT_SECRET: 'a secret',
})
const about = { returnTo: null, locale: 'nl' as const, linkTo: null }
type Module = Awaited<ReturnType<typeof withSettings>>
async function begin({ startFlow }: Module) {
  const started = await startFlow(about)
  if (typeof started === 'string') throw new Error(started)
  return started
}

/** What a browser does: follows to the form, types who it is, and comes back with a code. */
async function visit(address: string, act = 'agree'): Promise<string> {
  const jar = new Map<string, string>()
  const go = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return new URL(response.headers.get('location') ?? '', url).href
  }
  const form = await go(address)
  let next = await go(form, {
    method: 'POST',
    body: new URLSearchParams({ login: 'willemijn', act }),
  })
  while (!next.startsWith(SITE)) next = await go(next)
  return new URL(next).search
}

describe('a real provider', () => {
  it.each([
    ['a secret', () => secretOf(provider.issuer)],
    [
      'a key of RSA',
      () => ({
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: 'rsa',
        OIDC_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
        OIDC_PRIVATE_KEY_KID: 'k1',
      }),
    ],
    [
      'a key on an elliptic curve, without its name',
      () => ({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'ec', OIDC_PRIVATE_KEY: ecPem }),
    ],
  ])('says who someone is to a client with %s', async (_, settings) => {
    const module = await withSettings(settings())
    const { address, flow } = await begin(module)
    const query = new URL(address).searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    expect(query.get('redirect_uri')).toBe(CALLBACK)
    expect(await module.finishFlow(await visit(address), flow)).toEqual({
      issuer: provider.issuer,
      subject: 'willemijn',
      email: 'willemijn@overijssel.test',
      name: 'Willemijn de Boer',
      amr: ['pwd', 'mfa'],
      groups: ['redactie'],
    })
  })

  it('is refused a code again, another state, verifier or nonce, and a person who said no', async () => {
    const module = await withSettings(secretOf(provider.issuer))
    const { address, flow } = await begin(module)
    const search = await visit(address)
    expect(await module.finishFlow(search, { ...flow, state: 'x' })).toBe('failed')
    expect(await module.finishFlow(search, flow)).toMatchObject({ subject: 'willemijn' })
    expect(await module.finishFlow(search, flow)).toBe('failed')
    for (const wrong of [{ verifier: 'v'.repeat(43) }, { nonce: 'n' }]) {
      const other = await begin(module)
      const back = await visit(other.address)
      expect(await module.finishFlow(back, { ...other.flow, ...wrong })).toBe('failed')
    }
    const no = await begin(module)
    expect(await module.finishFlow(await visit(no.address, 'refuse'), no.flow)).toBe('denied')
    expect(await module.finishFlow('', flow)).toBe('failed')
  })

  it('is away when nobody answers, and is asked again later', async () => {
    const module = await withSettings(secretOf('http://127.0.0.1:9'))
    expect(await module.startFlow(about)).toBe('away')
    expect(await module.startFlow(about)).toBe('away')
  })
})

describe('a provider that lies', () => {
  const attempt = async (lie: Parameters<typeof liar.say>[1]) => {
    liar.say('')
    const module = await withSettings(secretOf(liar.issuer))
    const { flow } = await begin(module)
    liar.say(flow.nonce, lie)
    const outcome = await module.finishFlow(`?code=c&state=${flow.state}`, flow)
    return typeof outcome === 'string' ? outcome : outcome.subject
  }
  const now = () => Math.floor(Date.now() / 1_000)

  it('is believed when it does not', async () => {
    expect(await attempt({})).toBe('someone')
  })

  it.each([
    ['another issuer', { claims: { iss: 'https://elders.test' } }],
    ['another client', { claims: { aud: 'someone else' } }],
    ['another nonce', { claims: { nonce: 'x' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['a token that ended', { claims: { exp: now() - 120 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a key that is not its own', { foreignKey: true }],
    ['another person in what it adds', { userInfo: { sub: 'somebody else' } }],
  ])('is refused with %s', async (_, lie) => {
    expect(await attempt(lie)).toBe('failed')
  })

  it('is away when it has a fault', async () => {
    expect(await attempt({ status: 503 })).toBe('away')
  })
})

describe('settings that cannot work', () => {
  const issuer = 'https://idp.test'

  it.each([
    ['no client', { OIDC_ISSUER: issuer, OIDC_CLIENT_SECRET: 's' }],
    ['neither secret nor key', { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'c' }],
    ['both', { ...secretOf(issuer), OIDC_PRIVATE_KEY: pem }],
    ['no key', { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'c', OIDC_PRIVATE_KEY: 'k' }],
    ['http to another machine', secretOf('http://idp.test')],
    ['groups that are no JSON', { ...secretOf(issuer), OIDC_GROUP_MAP: 'x' }],
  ])('leave the password alone, and no button: %s', async (_, settings) => {
    expect((await withSettings(settings)).providerName()).toBeNull()
  })

  it('are not these, and none at all', async () => {
    expect((await withSettings(secretOf(issuer))).providerName()).toBe('uw organisatie')
    expect((await withSettings({})).providerName()).toBeNull()
  })
})
