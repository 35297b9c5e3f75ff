import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

export interface ProviderPerson {
  claims: Record<string, unknown>
  amr?: string[]
}

const TRIES = 200
const BETWEEN_MS = 100

async function answers(address: string): Promise<void> {
  for (let round = 0; round < TRIES; round += 1) {
    const response = await fetch(address).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
  throw new Error('the identity provider does not answer')
}

/** Starts the provider with these clients and people; `stop` ends it and waits. */
export async function startProvider(
  clients: readonly Record<string, unknown>[],
  people: Readonly<Record<string, ProviderPerson>>,
  port?: number,
) {
  const own = port ?? (await freePort())
  const issuer = `http://127.0.0.1:${String(own)}`
  const child = spawn(process.execPath, ['lib/base/testing/identity-provider.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PROVIDER_PORT: String(own),
      PROVIDER_CLIENTS: JSON.stringify(clients),
      PROVIDER_PEOPLE: JSON.stringify(people),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answers(`${issuer}/.well-known/openid-configuration`)
  return {
    issuer,
    port: own,
    stop: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}
