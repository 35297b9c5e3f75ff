import { isIPv4, isIPv6 } from 'node:net'

/** An IPv4 address, or an IPv6 /64 because one connection owns all of it; else "unknown". */
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
  // The URL parser normalizes every form of an IPv6 address.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros =
    tail === undefined ? [] : new Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

/** Each trusted proxy and our server append an entry; entries before those are the visitor's. */
export function clientNetwork(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  return networkOf(entries.at(-Math.min(trustedProxies + 1, entries.length)))
}

/** Browsers send an origin with each POST, so a missing or "null" one is refused. */
export function isSameOrigin(headers: Pick<Headers, 'get'>): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  return host !== null && new URL(origin).host === host
}
