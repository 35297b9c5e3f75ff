import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { demoAccount } from '@/lib/base/testing/demo-account'
import { officeOf } from '@/lib/base/testing/documents/write-office'
import { SUBMISSION_FIELD } from '@/lib/base/http/submission-key'
import { formOf, formWithFile, idle } from '@/lib/base/testing/next-request'
import { signInWith } from '@/lib/base/testing/people'
import { picture } from '@/lib/base/testing/pictures'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) })
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { getOwnMedia, isPublicImage } = await import('@/lib/knowledge/media/data')
const images = await import('@/app/api/afbeeldingen/[hash]/[file]/route')
const attachments = await import('@/app/api/bijlagen/[hash]/route')
const { getRevisionDraft } = await import('./data')
const { getVersionComparison } = await import('./history.data')
const { restoreVersion } = await import('./history.mutations')
const actions = await import('./media.actions')
const mutations = await import('./mutations')

const EDITOR = 'redacteur.brabant@voorbeeld.nl'
const STRANGER = 'redacteur.overijssel@voorbeeld.nl'
const MODERATOR = 'moderator@voorbeeld.nl'

let actorId: string
let organisationId: string
let initiativeId: string
let slug: string
let first: string

beforeAll(async () => {
  const { id, organisation } = await demoAccount(db, EDITOR)
  actorId = id
  organisationId = organisation.id
  const made = await mutations.saveNewInitiative({ title: 'Met beeld', organisationId, actorId })
  initiativeId = made.initiativeId
  first = made.revisionId
  slug = (await db.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).slug
  await become(EDITOR)
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const NO_WORDS = { isDecoration: '', caption: '', credit: '' }

const addImage = async (
  revisionId: string,
  colour: string,
  words: Record<string, string> = { alt: `Een vlak in ${colour}` },
) => {
  const file = await picture(320, 200, colour).png().toBuffer()
  const form = formWithFile({ revisionId, ...NO_WORDS, ...words }, file, 'vlak.png')
  return actions.addImageAction(idle, form)
}

const addDocument = (revisionId: string, content: Buffer, title = 'Projectplan', name = 'a.docx') =>
  actions.addAttachmentAction(idle, formWithFile({ revisionId, title }, content, name))

const rowsOf = async (revisionId: string) => {
  const media = await getOwnMedia(revisionId)
  return { alts: media.images.map(({ alt }) => alt), titles: media.attachments.map((a) => a.title) }
}

const firstOf = async (revisionId: string) => {
  const { images, attachments } = await getOwnMedia(revisionId)
  return { image: images[0], file: attachments[0] }
}

const publish = async (revisionId: string, changeReason?: string) => {
  const version = async () => (await getRevisionDraft(revisionId))!.version
  await mutations.submitRevision({
    ...{ revisionId, version: await version(), from: 'draft', actorId },
    ...(changeReason !== undefined && { changeReason }),
  })
  const change = { revisionId, version: await version(), from: 'submitted', actorId } as const
  await mutations.publishRevision(change)
}

const getImage = (hash: string, file: string) =>
  images.GET({} as never, { params: Promise.resolve({ hash, file }) })
const getAttachment = (hash: string) =>
  attachments.GET({} as never, { params: Promise.resolve({ hash }) })

describe('what an editor adds to a draft', () => {
  it('is kept with its words, once, and raises no version of the text', async () => {
    expect(await addImage(first, '#14594a')).toMatchObject({ status: 'ok' })
    expect(await addImage(first, '#14594a')).toMatchObject({
      status: 'invalid',
      fieldErrors: { file: ['fileTwice'] },
    })
    expect(await addImage(first, '#c1121f', { isDecoration: 'on', alt: '' })).toMatchObject({
      status: 'ok',
    })
    expect(await addDocument(first, officeOf('docx'))).toMatchObject({ status: 'ok' })
    expect(await rowsOf(first)).toEqual({
      alts: ['Een vlak in #14594a', ''],
      titles: ['Projectplan'],
    })
    expect((await getRevisionDraft(first))?.version).toBe(1)
  })

  it('comes back with words when something is wrong, and nothing is kept', async () => {
    const before = await db.storedImage.count()
    expect(await addImage(first, '#ffffff', { alt: '' })).toMatchObject({
      status: 'invalid',
      fieldErrors: { alt: ['altOrDecoration'], file: ['fileAgain'] },
    })
    expect(await addImage(first, '#ffffff', { alt: 'Wit', isDecoration: 'on' })).toMatchObject({
      fieldErrors: { alt: ['altAndDecoration'] },
    })
    const page = formWithFile(
      { revisionId: first, alt: 'Een foto', ...NO_WORDS },
      Buffer.from('<html>'),
      'a.jpg',
    )
    expect(await actions.addImageAction(idle, page)).toMatchObject({
      fieldErrors: { file: ['imageUnknown'] },
      values: { alt: 'Een foto' },
    })
    expect(
      await actions.addImageAction(idle, formOf({ revisionId: first, alt: 'Geen', ...NO_WORDS })),
    ).toMatchObject({
      fieldErrors: { file: ['fileMissing'] },
    })
    const large = formWithFile(
      { revisionId: first, title: 'Groot' },
      Buffer.alloc(20_971_521),
      'a.pdf',
    )
    expect(await actions.addAttachmentAction(idle, large)).toMatchObject({
      fieldErrors: { file: ['file20TooLarge'] },
    })
    const program = formWithFile(
      { revisionId: first, title: 'Spel' },
      Buffer.from('MZ\u0090'),
      'a.docx',
    )
    expect(await actions.addAttachmentAction(idle, program)).toMatchObject({
      fieldErrors: { file: ['attachmentProgram'] },
    })
    expect(await db.storedImage.count()).toBe(before)
    expect(await db.storedDocument.count()).toBe(1)
  })

  it('is written once when the form is sent twice', async () => {
    const content = officeOf('xlsx') // Once: an archive holds the time at which it was made.
    const send = async () =>
      actions.addAttachmentAction(
        idle,
        formWithFile(
          { revisionId: first, title: 'Begroting', [SUBMISSION_FIELD]: 'sleutel' },
          content,
          'b.xlsx',
        ),
      )
    expect(await send()).toMatchObject({ status: 'ok' })
    expect(await send()).toMatchObject({ status: 'ok' })
    expect((await rowsOf(first)).titles).toEqual(['Projectplan', 'Begroting'])
  })

  it('can be changed, moved and taken out', async () => {
    const {
      images: [top, second],
      attachments: [plan],
    } = await getOwnMedia(first)
    const about = { revisionId: first, mediaId: second!.id }
    const changed = formOf({
      ...about,
      alt: 'Rood',
      caption: 'Een vlak',
      credit: 'Fenna',
      focusX: '20',
      focusY: '80 %',
    })
    expect(await actions.changeImageAction(idle, changed)).toMatchObject({ status: 'ok' })
    const wrong = formOf({ ...about, alt: 'Rood', focusX: '120', focusY: '' })
    expect(await actions.changeImageAction(idle, wrong)).toMatchObject({
      fieldErrors: { focusX: ['percent'], focusY: ['percent'] },
    })
    await actions.moveMediaAction(idle, formOf({ ...about, kind: 'image', to: 'up' }))
    await actions.moveMediaAction(idle, formOf({ ...about, kind: 'image', to: 'up' }))
    await actions.changeAttachmentAction(
      idle,
      formOf({ revisionId: first, mediaId: plan!.id, title: 'Plan 2026' }),
    )
    const { images: now } = await getOwnMedia(first)
    expect(now.map(({ id }) => id)).toEqual([second!.id, top!.id])
    expect(now[0]).toMatchObject({ alt: 'Rood', isDecoration: false, focusX: 20, focusY: 80 })
    await actions.removeMediaAction(
      idle,
      formOf({ revisionId: first, mediaId: top!.id, kind: 'image' }),
    )
    expect(await rowsOf(first)).toEqual({ alts: ['Rood'], titles: ['Plan 2026', 'Begroting'] })
  })

  it('is ten of each at most', async () => {
    const hashes = Array.from({ length: 9 }, (_, index) => String(index).repeat(64))
    await db.storedImage.createMany({ data: hashes.map((hash) => ({ hash, width: 1, height: 1 })) })
    await db.revisionImage.createMany({
      data: hashes.map((hash, position) => ({
        revisionId: first,
        hash,
        position: position + 5,
        alt: 'Vlak',
      })),
    })
    expect(await addImage(first, '#000000')).toMatchObject({
      fieldErrors: { file: ['imagesFull'] },
    })
    await db.revisionImage.deleteMany({ where: { hash: { in: hashes } } })
  })
})

describe('a file of a draft', () => {
  it('is for its editors alone, and kept by nobody', async () => {
    const { image, file } = await firstOf(first)
    const own = await getImage(image!.hash, '320.avif')
    expect([own.status, own.headers.get('content-type'), own.headers.get('cache-control')]).toEqual(
      [200, 'image/avif', 'private, no-store'],
    )
    for (const person of [STRANGER, MODERATOR, null]) {
      await become(person)
      expect((await getImage(image!.hash, '320.avif')).status).toBe(404)
      expect((await getAttachment(file!.hash)).status).toBe(404)
    }
    await become(STRANGER)
    expect(await addDocument(first, officeOf('pptx'))).toMatchObject({
      status: 'error',
      code: 'NOT_FOUND',
    })
    await become(EDITOR)
    expect((await getAttachment(file!.hash)).status).toBe(200)
  })
})

describe('a published version', () => {
  it('shows its files to everyone, as a picture to look at and a document to save', async () => {
    await publish(first)
    await become(null)
    const { image, file } = await firstOf(first)
    const shown = await getImage(image!.hash, '320.webp')
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    for (const name of ['999.webp', '320.png', '320.webp.exe', 'x'])
      expect((await getImage(image!.hash, name)).status, name).toBe(404)
    expect((await getImage('../../etc', '320.webp')).status).toBe(404)
    const saved = await getAttachment(file!.hash)
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      'content-disposition': 'attachment; filename="plan-2026.docx"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    await become(EDITOR)
  })

  it('keeps its files as they are', async () => {
    await expect(
      db.revisionImage.updateMany({ where: { revisionId: first }, data: { alt: 'Anders' } }),
    ).rejects.toThrow(/cannot be changed/)
    await expect(
      db.revisionAttachment.deleteMany({ where: { revisionId: first } }),
    ).rejects.toThrow(/cannot be changed/)
    expect(await addImage(first, '#abcdef')).toMatchObject({ status: 'error', code: 'NOT_FOUND' })
  })

  it('gives its files to the next one, and an older one gives its files back', async () => {
    const { revisionId: second } = await mutations.startRevision({ initiativeId, actorId })
    expect(await rowsOf(second)).toEqual(await rowsOf(first))
    const {
      images: [image],
    } = await getOwnMedia(second)
    await actions.removeMediaAction(
      idle,
      formOf({ revisionId: second, mediaId: image!.id, kind: 'image' }),
    )
    await publish(second, 'De foto is weg.')
    const comparison = await getVersionComparison(slug, 2)
    expect(comparison?.previous?.content.images).toMatchObject([{ alt: 'Rood', credit: 'Fenna' }])
    expect(comparison?.content.images).toEqual([])
    expect(comparison?.content.attachments).toEqual(comparison?.previous?.content.attachments)
    expect(await isPublicImage(image!.hash)).toBe(true)
    const restored = await restoreVersion({ initiativeId, number: 1, actorId })
    expect(restored).not.toBe('open')
    expect(await rowsOf((restored as { revisionId: string }).revisionId)).toEqual(
      await rowsOf(first),
    )
  })
})
