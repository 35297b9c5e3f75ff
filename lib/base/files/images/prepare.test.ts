import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  lyingPng,
  movingPng,
  movingWebp,
  photoWithPlace,
  picture,
} from '@/lib/base/testing/pictures'
import { prepareApart } from './prepare'
import { MAX_IMAGE_BYTES, type PreparedImage } from './types'

/** What stands in the way of a clock: a busy machine is slow, and that is no fault of the file. */
const patient = {
  timeMs: 60_000,
  heapMb: 192,
  memoryMb: 1_024,
  answerBytes: 16 * 1_024 * 1_024,
}

async function prepared(file: Buffer): Promise<PreparedImage> {
  const made = await prepareApart(file, patient)
  if ('problem' in made) throw new Error(made.problem)
  return made
}

describe('a picture', () => {
  it.each([
    ['JPEG', picture().jpeg()],
    ['PNG', picture().png()],
    ['WebP', picture().webp()],
    ['AVIF', picture().avif()],
  ])('in %s is made anew in two formats', async (_name, made) => {
    const { width, height, files } = await prepared(await made.toBuffer())
    expect({ width, height }).toEqual({ width: 640, height: 400 })
    expect(files.map(({ format, width: one }) => `${format} ${String(one)}`)).toEqual([
      'avif 480',
      'webp 480',
      'avif 640',
      'webp 640',
    ])
    for (const { content, format, width: one } of files) {
      const found = await sharp(content).metadata()
      expect([found.format, found.width]).toEqual([format === 'avif' ? 'heif' : 'webp', one])
    }
  })

  it('of a large size becomes no wider than a page', async () => {
    const { files } = await prepared(await picture(3_000, 1_000).jpeg().toBuffer())
    expect([...new Set(files.map(({ width }) => width))]).toEqual([480, 960, 1_600])
  })

  it('is turned upright and loses what it told of its maker and place', async () => {
    const photo = await photoWithPlace()
    expect(photo.includes('Fenna')).toBe(true)
    const { width, height, files } = await prepared(photo)
    expect({ width, height }).toEqual({ width: 400, height: 600 })
    for (const { content } of files) {
      const { exif, xmp, iptc, orientation } = await sharp(content).metadata()
      expect([exif, xmp, iptc, orientation ?? 1]).toEqual([undefined, undefined, undefined, 1])
      expect(content.includes('Fenna')).toBe(false)
    }
  })
})

describe('a picture that cannot be shown', () => {
  it.each([
    ['nothing', () => Buffer.alloc(0), 'fileEmpty'],
    ['a web page', () => Buffer.from('<html><img src=x>'), 'imageUnknown'],
    ['a drawing in markup', () => Buffer.from('<svg onload="a()"/>'), 'imageUnknown'],
    ['a GIF', () => picture().gif().toBuffer(), 'imageUnknown'],
    ['a moving WebP', movingWebp, 'imageAnimated'],
    ['a moving PNG', movingPng, 'imageAnimated'],
    ['one that unpacks to billions of points', () => lyingPng(60_000, 60_000), 'imagePixels'],
    ['one that lies about its size', () => lyingPng(6_000, 6_000), 'imageBroken'],
    ['one that is cut off', async () => (await photoWithPlace()).subarray(0, 900), 'imageBroken'],
    ['a JPEG in name', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'imageBroken'],
    ['one too small to see', () => picture(90, 90).png().toBuffer(), 'imageSmall'],
  ])('%s gets words', async (_name, make, problem) => {
    expect(await prepareApart(await make(), patient)).toEqual({ problem })
  })

  it('of more than 20 MB is not even handed on', async () => {
    const large = Buffer.alloc(MAX_IMAGE_BYTES + 1)
    expect(await prepareApart(large, patient)).toEqual({ problem: 'file20TooLarge' })
  })

  it('takes no more time and memory than it gets', async () => {
    const file = await picture().png().toBuffer()
    expect(await prepareApart(file, { ...patient, timeMs: 1 })).toEqual({ problem: 'fileSlow' })
    expect(await prepareApart(file, { ...patient, memoryMb: 1 })).toEqual({ problem: 'fileSlow' })
    expect(await prepareApart(file, { ...patient, heapMb: 1 })).toEqual({ problem: 'imageBroken' })
  })
})
