import { describe, expect, it } from 'vitest'
import {
  fileSize,
  isHash,
  moved,
  openAttachments,
  openImages,
  readImageName,
  sourceSet,
} from './rules'

const hash = 'a'.repeat(64)

describe('the address of a picture', () => {
  it('exists in each width that was made', () => {
    expect(sourceSet({ hash, width: 1_000 }, 'avif')).toBe(
      [480, 960, 1_000].map((w) => `/api/afbeeldingen/${hash}/${w}.avif ${w}w`).join(', '),
    )
    expect(sourceSet({ hash, width: 480 }, 'webp')).toBe(`/api/afbeeldingen/${hash}/480.webp 480w`)
  })

  it('is read strictly', () => {
    expect(readImageName('960.avif')).toEqual({ width: 960, format: 'avif' })
    for (const name of ['960.png', '960.avif.php', '.avif', '99999.webp', '-1.webp'])
      expect(readImageName(name)).toBeNull()
    expect(isHash(hash)).toBe(true)
    expect(isHash(`${hash}'`)).toBe(false)
  })
})

describe('the order', () => {
  it('changes by one place, and not at the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })
})

describe('the size of a file', () => {
  it.each([
    [1, 1, 'kilobyte'],
    [314_000, 314, 'kilobyte'],
    [1_250_000, 1.3, 'megabyte'],
    [20_971_520, 21, 'megabyte'],
  ])('%d bytes is %d %s', (bytes, amount, unit) => {
    expect(fileSize(bytes)).toEqual({ amount, unit })
  })
})

describe('the open data', () => {
  it('gives addresses, and null for what was left empty', () => {
    const image = { hash, width: 640, height: 400, isDecoration: false, focusX: 50, focusY: 50 }
    expect(
      openImages([{ ...image, alt: 'Een fiets', caption: '', credit: 'Fenna' }], 'https://a.nl'),
    ).toEqual([
      {
        url: `https://a.nl/api/afbeeldingen/${hash}/640.webp`,
        breedte: 640,
        hoogte: 400,
        alt: 'Een fiets',
        versiering: false,
        bijschrift: null,
        maker: 'Fenna',
      },
    ])
    expect(
      openAttachments([{ hash, kind: 'pdf', sizeBytes: 12, title: 'Plan' }], 'https://a.nl'),
    ).toEqual([
      { titel: 'Plan', soort: 'pdf', bytes: 12, url: `https://a.nl/api/bijlagen/${hash}` },
    ])
  })
})
