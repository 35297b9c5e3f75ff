import { describe, expect, it } from 'vitest'
import {
  contextText,
  deviceName,
  deviceText,
  growingWaits,
  isSessionValid,
  isTouchDue,
  MAX_KNOWN_ACCOUNTS,
  parseDevice,
  PASSWORD_MIN_GUESSES_LOG10,
  passwordProblem,
  proofMessage,
  rememberDevice,
  safeReturnPath,
  SESSION_ABSOLUTE_MS,
  SESSION_IDLE_MS,
  SESSION_TOUCH_MS,
  sessionEnd,
} from './rules'

const now = new Date('2026-11-24T10:00:00Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const ahead = (ms: number) => new Date(now.getTime() + ms)

describe('a session', () => {
  const session = { lastSeenAt: now, expiresAt: ahead(1_000), revokedAt: null }

  it('counts until it has been idle for 60 minutes', () => {
    expect(SESSION_IDLE_MS).toBe(3_600_000)
    expect(isSessionValid({ ...session, lastSeenAt: ago(SESSION_IDLE_MS - 1) }, now)).toBe(true)
    expect(isSessionValid({ ...session, lastSeenAt: ago(SESSION_IDLE_MS) }, now)).toBe(false)
    expect(isSessionValid({ ...session, lastSeenAt: ago(SESSION_IDLE_MS + 1) }, now)).toBe(false)
  })

  it('ends 12 hours after sign-in, however busy', () => {
    expect(sessionEnd(now).getTime() - now.getTime()).toBe(SESSION_ABSOLUTE_MS)
    expect(SESSION_ABSOLUTE_MS).toBe(43_200_000)
    expect(isSessionValid({ ...session, expiresAt: ahead(1) }, now)).toBe(true)
    expect(isSessionValid({ ...session, expiresAt: now }, now)).toBe(false)
    expect(isSessionValid({ ...session, expiresAt: ago(1) }, now)).toBe(false)
  })

  it('ends when it is revoked, even with a time that lies ahead', () => {
    expect(isSessionValid({ ...session, revokedAt: ago(1) }, now)).toBe(false)
    expect(isSessionValid({ ...session, revokedAt: ahead(1) }, now)).toBe(false)
  })

  it('is written down at most once a minute', () => {
    expect(isTouchDue(ago(SESSION_TOUCH_MS - 1), now)).toBe(false)
    expect(isTouchDue(ago(SESSION_TOUCH_MS), now)).toBe(true)
  })
})

describe('a new password', () => {
  const strong = () => PASSWORD_MIN_GUESSES_LOG10
  const problem = (password: string, personal: string[] = []) =>
    passwordProblem(password, contextText(personal), strong)

  it('has 12 to 128 characters, counted as people count them', () => {
    expect(problem('kruidnagels')).toBe('passwordTooShort')
    expect(problem('kruidnagelsx')).toBeNull()
    expect(problem('x'.repeat(128))).toBeNull()
    expect(problem('x'.repeat(129))).toBe('passwordTooLong')
    expect(problem('🚲'.repeat(11))).toBe('passwordTooShort')
    expect(problem('🚲'.repeat(128))).toBeNull()
  })

  it('may hold any character, spaces included', () => {
    expect(problem('  fiets & tafel §  ')).toBeNull()
  })

  it.each([
    'Praktijkbank2026!',
    'ongekend talent',
    'Overijssel-Brabant-2026',
    'welkom wachtwoord',
    'Noord-Nederland 2026',
  ])('does not lean on words of this site: %s', (password) =>
    expect(problem(password)).toBe('passwordContext'),
  )

  it('does not lean on the name, address or organisation of the person', () => {
    expect(problem('Willemijn-2026-!!', ['Willemijn de Boer'])).toBe('passwordContext')
    expect(problem('willemijn.deboer', ['wdb@deboer.nl', 'Willemijn'])).toBe('passwordContext')
    expect(problem('Willemijn-2026-!!')).toBeNull()
  })

  it('may hold such a word among enough others', () => {
    expect(problem('overijssel kastanjeboom')).toBeNull()
  })

  it('stands enough guesses', () => {
    const at = (guesses: number) => passwordProblem('kruidnagelthee', [], () => guesses)
    expect(at(PASSWORD_MIN_GUESSES_LOG10 - 0.01)).toBe('passwordWeak')
    expect(at(PASSWORD_MIN_GUESSES_LOG10)).toBeNull()
  })
})

describe('going back after sign-in', () => {
  const origin = 'https://praktijkbank.example'
  const back = (value: string | null) => safeReturnPath(value, origin)

  it('keeps path, query and fragment of this site', () => {
    expect(back('/werkplek/initiatieven/1?stap=2#titel')).toBe(
      '/werkplek/initiatieven/1?stap=2#titel',
    )
    expect(back('/')).toBe('/')
    expect(back(`${origin}/regios/twente`)).toBe('/regios/twente')
    expect(back('/en/workspace')).toBe('/en/workspace')
  })

  it.each([
    '//evil.nl',
    '/\\evil.nl',
    '\\\\evil.nl',
    '/\t/evil.nl',
    '/\n/evil.nl',
    'https://evil.nl/',
    'http://praktijkbank.example/',
    'evil.nl',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.nl',
    '/..//evil.nl',
    '/a/..//evil.nl',
    `${origin}//evil.nl`,
    `${origin}.evil.nl/`,
    `${origin}@evil.nl/`,
    '/%2f/..//evil.nl',
    ' /werkplek',
    '',
    'http://[',
    `/${'a'.repeat(2_000)}`,
  ])('refuses an address that leaves the site or is no page: %j', (value) =>
    expect(back(value)).toBeNull(),
  )

  it('refuses the API and sign-in itself', () => {
    for (const path of [
      '/api/auth/signout',
      '/api',
      '/inloggen',
      '/inloggen?terug=/x',
      '/en/sign-in',
      '/x/../inloggen',
    ])
      expect(back(path)).toBeNull()
    expect(back('/apier')).toBe('/apier')
    expect(back(null)).toBeNull()
  })
})

describe('waits between attempts', () => {
  it('double after the free ones, up to the longest', () => {
    expect(growingWaits(5, 300)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300])
    expect(growingWaits(3, 60)).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60])
    expect(growingWaits(1, 1)).toEqual([1])
  })
})

describe('a known device', () => {
  const device = (userId: string, version = 0) => ({
    userId,
    version,
    deviceId: '00000000-0000-7000-8000-00000000000d',
  })
  const ids = Array.from({ length: 7 }, (_, n) => `00000000-0000-7000-8000-00000000000${String(n)}`)

  it('is read back as it was written, and nothing else is', () => {
    const one = device(ids[1]!, 12)
    expect(parseDevice(deviceText(one))).toEqual(one)
    for (const text of [
      null,
      '',
      'x',
      `${ids[0]!} 1`,
      `${ids[0]!} -1 ${ids[1]!}`,
      `${deviceText(one)} x`,
    ])
      expect(parseDevice(text)).toBeNull()
  })

  it('knows those who signed in last, each once, as of their latest sign-in', () => {
    const known = ids.reduce<ReturnType<typeof device>[]>(
      (list, id) => rememberDevice(list, device(id)),
      [],
    )
    expect(known.map(({ userId }) => userId)).toEqual(ids.slice(-MAX_KNOWN_ACCOUNTS).reverse())
    const again = rememberDevice(known, device(ids[4]!, 3))
    expect(again).toHaveLength(MAX_KNOWN_ACCOUNTS)
    expect(again[0]).toEqual(device(ids[4]!, 3))
  })
})

describe('words', () => {
  it('name browser and system', () => {
    expect(
      deviceName(
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
      ),
    ).toBe('Firefox, Windows')
    expect(
      deviceName(
        'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0',
      ),
    ).toBe('Edge, Windows')
    expect(
      deviceName(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1',
      ),
    ).toBe('Safari, iOS')
    expect(
      deviceName(
        'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36',
      ),
    ).toBe('Chrome, Android')
    expect(deviceName('curl/8.0')).toBe('')
    expect(deviceName(null)).toBe('')
  })
})

describe('asking the owner once more', () => {
  it('names what they must do', () => {
    expect(proofMessage({ status: 'wrongPassword' })).toBe('passwordWrong')
    expect(proofMessage({ status: 'signInAgain' })).toBe('signInAgain')
    expect(proofMessage({ status: 'limited', retryAfterSeconds: 40 })).toBe('limited1')
  })
})
