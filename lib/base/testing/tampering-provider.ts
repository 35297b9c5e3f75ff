import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What the next answer says instead of what is right. */
export interface Tampering {
  claims?: Record<string, unknown>
  /** Signs with a key that the provider never published. */
  foreignKey?: boolean
  /** Answers each request with this status. */
  status?: number
  userInfo?: Record<string, unknown>
}

const send = (response: ServerResponse, status: number, content: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))

/** A provider that lies on request, for what a real one never does. */
export async function startTamperingProvider(clientId: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  let tampering: Tampering = {}
  let nonce = ''
  let issuer = ''

  const idToken = () => {
    const now = Math.floor(Date.now() / 1_000)
    const head = encoded({ alg: 'RS256', kid: 'k' })
    const body = encoded({
      iss: issuer,
      sub: 'someone',
      aud: clientId,
      nonce,
      iat: now,
      exp: now + 60,
      ...tampering.claims,
    })
    const key = tampering.foreignKey === true ? foreign : privateKey
    const signature = sign('RSA-SHA256', Buffer.from(`${head}.${body}`), key)
    return `${head}.${body}.${signature.toString('base64url')}`
  }
  const pages: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/jwks`,
    }),
    '/jwks': () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
    }),
    '/token': () => ({ access_token: 'a', token_type: 'bearer', id_token: idToken() }),
    '/me': () => ({ sub: 'someone', ...tampering.userInfo }),
  }
  const server = createServer((request, response) => {
    const page = pages[request.url?.split('?', 1)[0] ?? '']
    if (tampering.status !== undefined) send(response, tampering.status, { error: 'server_error' })
    else send(response, page ? 200 : 404, page?.() ?? {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`
  return {
    issuer,
    /** The next answers are for this nonce, and say this. */
    say: (forNonce: string, lie: Tampering = {}) => {
      nonce = forNonce
      tampering = lie
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
