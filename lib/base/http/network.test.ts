import { describe, expect, it } from 'vitest'
import { clientNetwork, isSameOrigin, networkOf } from './network'

describe('the network of an address', () => {
  it('is the address itself for IPv4, in each way of writing it', () => {
    for (const text of [
      '192.0.2.7',
      ' 192.0.2.7 ',
      '192.0.2.7:443',
      '::ffff:192.0.2.7',
      '::FFFF:192.0.2.7',
    ])
      expect(networkOf(text)).toBe('192.0.2.7')
  })

  it('is the /64 for IPv6, in each way of writing it', () => {
    for (const text of [
      '2001:db8:1:2:3:4:5:6',
      '2001:0DB8:0001:0002::1',
      '[2001:db8:1:2::9]',
      '[2001:db8:1:2::9]:443',
      '2001:db8:1:2::9%eth0',
    ]) {
      expect(networkOf(text)).toBe('2001:db8:1:2::/64')
    }
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
  })

  it('is unknown for anything else', () => {
    for (const text of [null, undefined, '', 'localhost', '999.1.1.1', '1.2.3', 'a'.repeat(1_000)])
      expect(networkOf(text)).toBe('unknown')
  })
})

describe('the network of a visitor', () => {
  it('is that of the connection when no proxy is trusted, whatever the visitor wrote', () => {
    for (const written of ['', '10.9.9.9, ', '10.9.9.9, 10.8.8.8, ', 'unknown, ', ',,, ']) {
      expect(clientNetwork(`${written}192.0.2.7`, 0)).toBe('192.0.2.7')
    }
  })

  it('is what the trusted proxies saw, not what the visitor wrote', () => {
    expect(clientNetwork('10.9.9.9, 192.0.2.7, 198.51.100.1', 1)).toBe('192.0.2.7')
    expect(clientNetwork('10.9.9.9, 192.0.2.7, 198.51.100.1, 198.51.100.2', 2)).toBe('192.0.2.7')
  })

  it('is the furthest there is when a request came past fewer proxies, and unknown without any', () => {
    expect(clientNetwork('192.0.2.7', 3)).toBe('192.0.2.7')
    expect(clientNetwork(null, 0)).toBe('unknown')
  })
})

describe('the origin of a form', () => {
  const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers))

  it('is accepted from a page of this host', () => {
    expect(from({ origin: 'https://bank.nl', host: 'bank.nl' })).toBe(true)
    expect(from({ origin: 'http://localhost:3000', host: 'localhost:3000' })).toBe(true)
    expect(
      from({ origin: 'https://bank.nl', host: 'intern:3000', 'x-forwarded-host': 'bank.nl' }),
    ).toBe(true)
  })

  it('is refused when foreign, missing, null or broken', () => {
    expect(from({ origin: 'https://evil.nl', host: 'bank.nl' })).toBe(false)
    expect(from({ origin: 'https://bank.nl:8443', host: 'bank.nl' })).toBe(false)
    expect(from({ host: 'bank.nl' })).toBe(false)
    expect(from({ origin: 'null', host: 'bank.nl' })).toBe(false)
    expect(from({ origin: 'bank.nl', host: 'bank.nl' })).toBe(false)
    expect(from({ origin: 'https://bank.nl' })).toBe(false)
  })
})
