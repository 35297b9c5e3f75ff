import { afterAll, describe, expect, it } from 'vitest'
import { MAX_ATTACHMENT_BYTES } from '@/lib/base/files/attachments/types'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { deleteUnusedMedia, hashOf, storeDocument, storeImage } = await import('./mutations')

const DAY_MS = 86_400_000
const later = new Date(Date.now() + 2 * DAY_MS)

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const file = { format: 'webp', width: 320, height: 200, content: Buffer.from('beeld') } as const

async function keep(name: string): Promise<{ image: string; document: string }> {
  const content = new Uint8Array(Buffer.from(name))
  const hash = hashOf(content)
  await db.$transaction(async (tx) => {
    await storeImage(tx, hash, { width: 320, height: 200, files: [file] })
    await storeDocument(tx, { hash, kind: 'pdf', content })
  })
  return { image: hash, document: hash }
}

const counts = async () => [
  await db.storedImage.count(),
  await db.storedImageFile.count(),
  await db.storedDocument.count(),
]

describe('the bytes of pictures and documents', () => {
  it('stand once, however often they come', async () => {
    const { image } = await keep('eerste')
    await keep('eerste')
    await db.$transaction((tx) => storeImage(tx, image, null))
    expect(await counts()).toEqual([1, 1, 1])
  })

  it('are at most 20 MB of a document, which fits in one transaction', async () => {
    const content = new Uint8Array(MAX_ATTACHMENT_BYTES).fill(7)
    const hash = hashOf(content)
    await db.$transaction((tx) => storeDocument(tx, { hash, kind: 'pdf', content }))
    const row = await db.storedDocument.findUniqueOrThrow({ where: { hash } })
    expect(hashOf(row.content)).toBe(hash)
    await db.storedDocument.delete({ where: { hash } })
  })

  it('go a day after they came, unless a version shows them', async () => {
    const { image, document } = await keep('tweede')
    const { id: revisionId } = await db.initiativeRevision.findFirstOrThrow({
      where: { status: 'draft' },
      select: { id: true },
    })
    await db.revisionImage.create({ data: { revisionId, hash: image, position: 0, alt: 'Vlak' } })
    await db.revisionAttachment.create({
      data: { revisionId, hash: document, position: 0, title: 'Plan' },
    })
    expect(await deleteUnusedMedia(new Date())).toBe(0)
    expect(await deleteUnusedMedia(later)).toBe(2)
    expect(await counts()).toEqual([1, 1, 1])
    await db.revisionImage.deleteMany({ where: { revisionId } })
    expect(await deleteUnusedMedia(later)).toBe(1)
    expect(await counts()).toEqual([0, 0, 1])
  })

  it('are never told without a description, or described as decoration', async () => {
    const { image } = await keep('derde')
    const { id: revisionId } = await db.initiativeRevision.findFirstOrThrow({
      where: { status: 'draft' },
      select: { id: true },
    })
    const row = { revisionId, hash: image, position: 0 }
    for (const words of [
      { alt: '' },
      { alt: 'Vlak', isDecoration: true },
      { alt: 'V', focusX: 101 },
    ])
      await expect(db.revisionImage.create({ data: { ...row, ...words } })).rejects.toThrow(
        /revision_image_(?:alt|focus)/,
      )
  })
})
