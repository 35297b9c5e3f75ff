import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Upstream } from '@/server/upstream.ts'
import { type AddressInfo, connect } from 'node:net'
import { PageCache } from '@/server/page-cache.ts'
import { CachingProxy } from '@/server/caching-proxy.ts'
import { createHttpServer } from '@/server/http-server.ts'
import { Drain } from '@/server/drain.ts'

export const ORIGIN = 'http://localhost:3000'
export const NONCE = 'aaaaaaaaaaaaaaaaaaaaaa=='
const stops: (() => void)[] = []

export const stopAll = () => stops.splice(0).forEach((stop) => stop())

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void

export function sendPage(incoming: IncomingMessage, outgoing: ServerResponse, status = 200): void {
  outgoing.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `script-src 'nonce-${NONCE}'`,
  })
  outgoing.end(`<p>${incoming.url ?? ''}</p><script nonce="${NONCE}"></script>`)
}

export async function start(
  answer: Handler = sendPage,
  options: { pageMs?: number; headersTimeout?: number } = {},
) {
  const asked: IncomingMessage[] = []
  const inner = createServer((incoming, outgoing) => {
    asked.push(incoming)
    answer(incoming, outgoing)
  })
  await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve))
  const upstream = new Upstream((inner.address() as AddressInfo).port)
  const cache = new PageCache({
    maxBytes: 1_000_000,
    maxEntries: 100,
    maxAgeMs: 60_000,
    now: Date.now,
  })
  cache.setConnected(true)
  const proxy = new CachingProxy(upstream, cache, {
    pageMs: options.pageMs ?? 5_000,
    fileMs: 5_000,
  })
  const limits =
    options.headersTimeout === undefined
      ? {}
      : { headersTimeout: options.headersTimeout, connectionsCheckingInterval: 20 }
  const server = createHttpServer((incoming, outgoing) => {
    drain.watch(outgoing)
    return proxy.handle(incoming, outgoing)
  }, limits)
  const drain = new Drain(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  stops.push(() => {
    upstream.close()
    inner.closeAllConnections()
    inner.close()
    server.closeAllConnections()
    server.close()
  })
  return { port, asked, cache, drain, url: (path: string) => `http://127.0.0.1:${port}${path}` }
}

export function exchange(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  for (const part of parts) socket.write(part)
  return new Promise((resolve) => socket.on('close', () => resolve(text)))
}
export const request = (line: string, headers: Record<string, string | number> = {}, body = '') =>
  `${line} HTTP/1.1\r\n${Object.entries({ host: 'localhost:3000', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`
export const statuses = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) => Number(status))
export const POST = { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' }
export const FORM =
  '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nEen zin die iemand typte.\r\n--x--\r\n'
