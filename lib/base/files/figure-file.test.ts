import { describe, expect, it, vi } from 'vitest'

vi.mock('server-only', () => ({}))
vi.mock('@/lib/base/runtime/env', () => ({
  origin: 'http://praktijkbank.test:3000',
  bringFonts: (file: string) => {
    process.env.FONTCONFIG_FILE = file
  },
}))
const { pictureColours, readPageAddress, toPng } = await import('./figure-file')
const { default: sharp } = await import('sharp')

describe('the page of a picture', () => {
  it.each([
    '/',
    '/regios/midden-brabant/monitor?jaar=2026',
    '/en/regions/twente/welfare',
    '/vergelijken?i=a,b&x=%20y',
    '/initiatieven?regio=twente&regio=zeeland',
  ])('may be %s', (text) => {
    expect(readPageAddress(text)).toBe(text)
  })

  it.each([
    '',
    'http://elders.test/',
    '//elders.test/',
    '/\\elders.test',
    '/../etc/passwd',
    '/regios/../werkplek',
    '/regios/%2e%2e/werkplek',
    '/regios%2f..%2fapi',
    '/a%5cb',
    '/regios/./x',
    '/api/grafiek?pagina=/',
    '/api',
    '/werkplek',
    '/werkplek/beheer',
    '/en/workspace',
    '/inloggen',
    '/_next/static/x',
    '/a b',
    '/a\nb',
    '/a#b',
    '/a\u0000',
    `/${'a'.repeat(1_500)}`,
    'regios',
    '@elders.test/',
    '/@elders.test\\x',
    'javascript:alert(1)',
  ])('is never %j', (text) => {
    expect(readPageAddress(text)).toBeNull()
  })

  it('that begins like a closed one but is another page is let through', () => {
    expect(readPageAddress('/apiarie')).toBe('/apiarie')
  })
})

describe('colours', () => {
  it('are those of the light theme', () => {
    expect(pictureColours().get('green')).toMatch(/^#[0-9a-f]{6}$/)
    expect(pictureColours().get('paper')).toBe('#fbfaf6')
  })
})

describe('a PNG', () => {
  async function reach(text: string, family = 'Source Sans 3'): Promise<number> {
    const png = await toPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><rect width="400" height="40" fill="#ffffff"/><text x="0" y="30" font-size="20" font-family="${family}">${text}</text></svg>`,
    )
    const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
    let right = 0
    for (let at = 0; at < data.length; at += info.channels)
      if (data[at]! < 128) right = Math.max(right, (at / info.channels) % info.width)
    return right
  }

  it('is twice as large as the drawing and has letters of its own, also where the server has none', async () => {
    const [narrow, wide, other] = await Promise.all([
      reach('iiiiiiii'),
      reach('MMMMMMMM'),
      reach('MMMMMMMM', 'Geen Letter'),
    ])
    // Missing glyphs are drawn as boxes of one width.
    expect(narrow).toBeGreaterThan(20)
    expect(wide).toBeGreaterThan(narrow * 2.5)
    expect(other).toBeGreaterThan(narrow * 2.5)
    const { width, height } = await sharp(
      await toPng('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"/>'),
    ).metadata()
    expect([width, height]).toEqual([800, 80])
  })
})
