import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccount } from '@/lib/base/testing/account'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { encodeLogo, saveLogo, saveSetting } = await import('./mutations')
const { getLogo, listStoredSettings, readSettings } = await import('./data')
const { deleteWhatIsOld } = await import('@/lib/site/jobs/tidy.mutations')
const { listOutbox } = await import('@/lib/people/messages/data')
const { retryMail } = await import('@/lib/people/messages/outbox.mutations')

let actorId = ''
beforeEach(async () => {
  await db.setting.deleteMany()
  await db.siteLogo.deleteMany()
  await db.mail.deleteMany()
  actorId = (await createAccount(db)).userId
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const rename = (name: string, version: number) =>
  saveSetting({ key: 'identity', value: { name, accent: '' }, version, actorId })

describe('a setting', () => {
  it('is saved with who changed it, and noted without its value', async () => {
    expect(await rename('Kennisbank', 0)).toBe('ok')
    expect((await readSettings()).identity.name).toBe('Kennisbank')
    expect((await listStoredSettings()).get('identity')).toMatchObject({
      version: 1,
      updatedBy: 'Willemijn de Boer',
    })
    expect((await listStoredSettings()).get('home')).toMatchObject({ version: 0, updatedAt: null })
    expect(await db.auditEvent.findMany({ where: { actorId } })).toMatchObject([
      {
        action: 'settings.save',
        objectType: 'setting',
        objectId: 'identity',
        detail: { version: 1 },
      },
    ])
  })

  it('is not overwritten by who saw an older one', async () => {
    expect(await rename('Eerste', 0)).toBe('ok')
    expect(await rename('Tweede', 0)).toBe('conflict')
    expect(await rename('Derde', 1)).toBe('ok')
    expect(await rename('Vierde', 1)).toBe('conflict')
    expect((await readSettings()).identity.name).toBe('Derde')
    expect(await db.auditEvent.count({ where: { actorId } })).toBe(2)
  })

  it('is saved once by two who save at the same time', async () => {
    const outcomes = await Promise.all([rename('Een', 0), rename('Twee', 0)])
    expect(outcomes.toSorted()).toEqual(['conflict', 'ok'])
  })

  it('outlives the account of who changed it', async () => {
    await rename('Kennisbank', 0)
    await db.user.delete({ where: { id: actorId } })
    expect((await listStoredSettings()).get('identity')).toMatchObject({ updatedBy: null })
  })
})

describe('a logo', () => {
  const picture = () =>
    sharp({ create: { width: 1_200, height: 400, channels: 3, background: '#14594a' } })

  it('is encoded again, small and without what it carried', async () => {
    const sent = await picture()
      .withExif({ IFD0: { Copyright: 'Geheim van de maker' } })
      .jpeg()
      .toBuffer()
    expect(sent.includes('Geheim van de maker')).toBe(true)
    const logo = await encodeLogo(sent)
    expect(logo).toMatchObject({ width: 480, height: 160 })
    const made = await sharp(logo!.content).metadata()
    expect(made.format).toBe('webp')
    expect(made.exif).toBeUndefined()
  })

  it('is no drawing with scripts, and nothing that cannot be read', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const png = await picture().png().toBuffer()
    for (const content of [Buffer.from(svg), Buffer.from('x'), png.subarray(0, 60)])
      expect(await encodeLogo(new Uint8Array(content))).toBeNull()
  })

  it('replaces the one before, and can go', async () => {
    const one = await encodeLogo(await picture().png().toBuffer())
    const other = await encodeLogo(await picture().negate().png().toBuffer())
    expect(await saveLogo({ alt: 'Een', version: 0, actorId }, one)).toBe('ok')
    expect(await saveLogo({ alt: 'Ander', version: 1, actorId }, other)).toBe('ok')
    expect(await getLogo(one!.hash)).toBeNull()
    expect(await getLogo(other!.hash)).toEqual(other!.content)
    expect((await readSettings()).logo).toMatchObject({ alt: 'Ander', hash: other!.hash })
    expect(await saveLogo({ alt: 'Oud', version: 1, actorId }, one)).toBe('conflict')
    expect(await saveLogo({ alt: '', version: 2, actorId }, null)).toBe('ok')
    expect((await readSettings()).logo.hash).toBe('')
    expect(await db.siteLogo.count()).toBe(0)
  })
})

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)
const mail = (kind: string, key: string, createdAt: Date, status: 'sent' | 'failed' | 'queued') =>
  db.mail.create({
    data: {
      recipientId: actorId,
      kind,
      key,
      createdAt,
      status,
      sentAt: status === 'sent' ? createdAt : null,
      subject: key,
      text: 'Tekst',
      path: '/',
    },
  })

describe('what is old', () => {
  it('goes after the period that the settings say', async () => {
    await mail('digest', 'old', daysAgo(91), 'sent')
    await mail('digest', 'failed', daysAgo(91), 'failed')
    await mail('digest', 'waits', daysAgo(91), 'queued')
    await mail('digest', 'new', daysAgo(89), 'sent')
    const session = { userId: actorId, device: 'x' }
    await db.userSession.create({ data: { ...session, expiresAt: daysAgo(31) } })
    await db.userSession.create({ data: { ...session, expiresAt: daysAgo(29) } })
    expect(await deleteWhatIsOld(new Date())).toBe(3)
    const texts = async () =>
      (await db.mail.findMany({ where: { text: '' }, orderBy: { key: 'asc' } })).map(
        ({ key }) => key,
      )
    expect(await texts()).toEqual(['failed', 'old'])
    expect(await db.userSession.count({ where: { userId: actorId } })).toBe(1)
    const { retention } = await readSettings()
    await saveSetting({
      key: 'retention',
      value: { ...retention, mailTexts: 7, sessions: 1 },
      version: 0,
      actorId,
    })
    expect(await deleteWhatIsOld(new Date())).toBe(2)
    expect(await texts()).toEqual(['failed', 'new', 'old'])
  })

  it('is never sent again without its text', async () => {
    const { id } = await mail('digest', 'failed', daysAgo(91), 'failed')
    await deleteWhatIsOld(new Date())
    expect(await retryMail(id, actorId)).toBe(false)
  })
})

describe('the outbox', () => {
  it('shows no text that someone wrote to someone else, nor of a kind it does not know', async () => {
    for (const kind of ['contact-request', 'question-asked', 'access-answered', 'digest', 'later'])
      await mail(kind, kind, new Date(), 'sent')
    const shown = await listOutbox(null, actorId)
    expect(shown.map(({ subject, text }) => [subject, text]).sort()).toEqual([
      ['access-answered', null],
      ['contact-request', null],
      ['digest', 'Tekst'],
      ['later', null],
      ['question-asked', null],
    ])
    expect(await db.auditEvent.count({ where: { actorId, action: 'outbox.read' } })).toBe(1)
  })
})
