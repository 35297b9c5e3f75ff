import { describe, expect, it } from 'vitest'
import { routing } from '@/i18n/routing'
import { countFields, maxBodyBytes, MAX_FIELDS } from './body-rules.ts'

const MULTIPART = 'multipart/form-data; boundary=xyz'
const multipart = (count: number) =>
  Buffer.from(
    `${Array.from({ length: count }, (_, n) => `--xyz\r\ncontent-disposition: form-data; name="f${n}"\r\n\r\nv\r\n`).join('')}--xyz--\r\n`,
  )
const encoded = (count: number) =>
  Buffer.from(Array.from({ length: count }, (_, n) => `f${n}=v`).join('&'))

describe('countFields', () => {
  it.each([1, 2, MAX_FIELDS - 1, MAX_FIELDS])('counts %i fields', (count) => {
    expect(countFields(multipart(count), MULTIPART)).toBe(count)
    expect(countFields(encoded(count), 'application/x-www-form-urlencoded')).toBe(count)
  })

  it('stops counting just past the limit, however many there are', () => {
    for (const count of [MAX_FIELDS + 1, 60_000]) {
      expect(countFields(multipart(count), MULTIPART)).toBe(MAX_FIELDS + 1)
      expect(countFields(encoded(count), 'application/x-www-form-urlencoded')).toBeGreaterThan(
        MAX_FIELDS,
      )
    }
  })

  it('knows a form that is none', () => {
    expect(countFields(Buffer.from('garbage'), MULTIPART)).toBeNull()
    expect(countFields(Buffer.from('--xyz\r\ncut off'), MULTIPART)).toBeNull()
    expect(countFields(multipart(1), 'multipart/form-data')).toBeNull()
    expect(countFields(multipart(1), 'multipart/form-data; boundary="xyz"')).toBe(1)
  })
})

describe('maxBodyBytes', () => {
  it('lets only those with a session send much, and only where a file is expected', () => {
    expect(maxBodyBytes('/inloggen', false)).toBe(200_000)
    expect(maxBodyBytes('/werkplek/initiatieven/0b/metingen', false)).toBe(200_000)
    expect(maxBodyBytes('/api/werkplek/cijfers', false)).toBe(64_000)
    expect(maxBodyBytes('/initiatieven/rangeerterrein', true)).toBe(200_000)
    expect(maxBodyBytes('/werkplek/initiatieven/0b', true)).toBe(1_000_000)
    expect(maxBodyBytes('/werkplek/initiatieven/0b/metingen', true)).toBe(9_000_000)
    expect(maxBodyBytes('/api/werkplek/cijfers/bron', true)).toBe(22_000_000)
    expect(maxBodyBytes('/api/werkplek/document', true)).toBe(22_000_000)
    expect(maxBodyBytes('/api/werkplek/initiatieven', true)).toBe(22_000_000)
    expect(maxBodyBytes('/api/werkplek/document', false)).toBe(64_000)
    expect(maxBodyBytes('/werkplek/initiatieven/0b/beeld-en-bijlagen', true)).toBe(22_000_000)
    expect(maxBodyBytes('/werkplek/initiatieven/0b/beeld-en-bijlagen', false)).toBe(200_000)
  })

  it('knows the pages with a file by the addresses that they have', () => {
    for (const page of [
      '/workspace/initiatives/[id]/measurements',
      '/workspace/meetings/[slug]',
      '/workspace/regions/[slug]',
    ] as const) {
      const { nl, en } = routing.pathnames[page]
      for (const address of [nl, `/en${en}`])
        expect(maxBodyBytes(address.replace(/\[\w+\]/g, 'a-1'), true), address).toBe(9_000_000)
    }
  })
})
