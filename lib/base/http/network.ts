import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network an address belongs to, for counting attempts: an IPv4 address itself, the /64 of an IPv6 address,
 * because one connection owns all addresses in it. Anything else is "unknown".
 */
export function networkOf(address: string | null | undefined): string {
  const bare =
    (address ?? '')
      .trim()
      .replace(/^\[|\](:\d+)?$/g, '')
      .split('%', 1)[0] ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (mapped && isIPv4(mapped)) return mapped
  if (isIPv4(bare)) return bare
  const withoutPort = bare.replace(/:\d+$/, '')
  if (isIPv4(withoutPort)) return withoutPort
  return isIPv6(bare) ? `${prefix64(bare)}::/64` : 'unknown'
}

function prefix64(address: string): string {
  // The URL parser writes every form of an IPv6 address in one way.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros =
    tail === undefined ? [] : new Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

/**
 * The address of the visitor. Our own server always adds the address of the connection as the last entry of X-Forwarded-For.
 * Each trusted proxy before it added one entry too, so that the visitor stands that many places further left. What stands
 * left of that was written by the visitor and is not believed.
 */
export function clientNetwork(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  return networkOf(entries.at(-Math.min(trustedProxies + 1, entries.length)))
}

/**
 * True when the browser says that this form was sent from a page of the same host. A missing or "null" origin is
 * refused: browsers send it with each POST.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  return host !== null && new URL(origin).host === host
}
