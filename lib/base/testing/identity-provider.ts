/**
 * A real OpenID Connect provider as a process of its own: who signs in types the id of one of
 * PROVIDER_PEOPLE and agrees, or refuses. Started by provider-process.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

interface Person {
  claims: Record<string, unknown>
  amr?: string[]
}

const { PROVIDER_PORT = '', PROVIDER_CLIENTS = '[]', PROVIDER_PEOPLE = '{}' } = process.env
const people = new Map(Object.entries(JSON.parse(PROVIDER_PEOPLE) as Record<string, Person>))

const provider: Provider = new Provider(`http://127.0.0.1:${PROVIDER_PORT}`, {
  clients: JSON.parse(PROVIDER_CLIENTS) as [],
  claims: {
    openid: ['sub', 'amr'],
    email: ['email', 'email_verified'],
    profile: ['name', 'groups'],
  },
  cookies: { keys: ['for tests'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => {
    const person = people.get(sub)
    return person && { accountId: sub, claims: () => ({ sub, ...person.claims }) }
  },
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({
      clientId: oidc.client?.clientId,
      accountId: oidc.session?.accountId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const FORM = `<!doctype html><html lang="en"><title>Provider</title><form method="post">
<label>Person <input name="login"></label>
<button name="act" value="agree">Agree</button> <button name="act" value="refuse">Refuse</button>
</form>`

async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(FORM)
    return
  }
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const typed = new URLSearchParams(Buffer.concat(parts).toString())
  const accountId = typed.get('login') ?? ''
  const result =
    typed.get('act') === 'refuse'
      ? { error: 'access_denied', error_description: 'the person said no' }
      : { login: { accountId, remember: false, amr: people.get(accountId)?.amr ?? ['pwd'] } }
  await provider.interactionFinished(request, response, result)
}

const answer = provider.callback()
createServer((request, response) => {
  if (request.url === '/favicon.ico') {
    response.writeHead(204).end()
    return
  }
  const work = request.url?.startsWith('/interaction/')
    ? interact(request, response)
    : answer(request, response)
  work.catch((error: unknown) => response.writeHead(500).end(String(error)))
}).listen(Number(PROVIDER_PORT), '127.0.0.1')
