import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPublicTitle, isPublicImage } = await import('./data')

const PICTURE = 'a'.repeat(64)
const PAPER = 'b'.repeat(64)

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

/** An initiative with a picture and a document in its public version. */
async function publishWithFiles(): Promise<{ initiativeId: string; revisionId: string }> {
  const organisation = await db.organisation.findFirstOrThrow({ select: { id: true } })
  await db.storedImage.create({ data: { hash: PICTURE, width: 1, height: 1 } })
  await db.storedDocument.create({
    data: { hash: PAPER, kind: 'pdf', sizeBytes: 1, content: new Uint8Array([37]) },
  })
  const { id: initiativeId } = await db.initiative.create({
    data: { slug: 'met-bestanden', organisationId: organisation.id },
    select: { id: true },
  })
  const { id: revisionId } = await db.initiativeRevision.create({
    data: {
      initiativeId,
      number: 1,
      title: 'Met bestanden',
      images: { create: { hash: PICTURE, position: 0, alt: 'Een vlak' } },
      attachments: { create: { hash: PAPER, position: 0, title: 'Plan' } },
    },
    select: { id: true },
  })
  const now = new Date()
  await db.$executeRaw`
    UPDATE initiative_revision SET status = 'published', published_at = ${now}
    WHERE id = ${revisionId}::uuid`
  await db.initiative.update({
    where: { id: initiativeId },
    data: { publishedRevisionId: revisionId, firstPublishedAt: now },
    select: { id: true },
  })
  return { initiativeId, revisionId }
}

describe('the files of an initiative', () => {
  it('are for everyone while its text can be read, and for nobody once it is withdrawn', async () => {
    const { initiativeId, revisionId } = await publishWithFiles()
    const seen = async () => [await isPublicImage(PICTURE), await getPublicTitle(PAPER)]
    expect(await seen()).toEqual([true, 'Plan'])
    await db.initiativeClosure.create({
      data: { initiativeId, kind: 'archived', revisionId, reason: 'Klaar.' },
    })
    await db.initiative.update({
      where: { id: initiativeId },
      data: { publishedRevisionId: null },
      select: { id: true },
    })
    expect(await seen()).toEqual([true, 'Plan'])
    await db.initiativeClosure.update({
      where: { initiativeId },
      data: { kind: 'withdrawn' },
      select: { kind: true },
    })
    expect(await seen()).toEqual([false, null])
  })
})
