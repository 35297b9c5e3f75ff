import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorsOf } from '@/lib/base/testing/actor'
import { createTestDatabase } from '@/lib/base/testing/database'
import {
  arrangeAnswerers,
  closeOffice,
  resetEnquiries,
  WRITER,
  writesWith,
} from '@/lib/base/testing/enquiry'
import { sendsWith } from '@/lib/base/testing/mails'
import { startMailServer } from '@/lib/base/testing/mail-server'
import type { NewEnquiry } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const server = await startMailServer()
process.env.SMTP_URL = server.url
process.env.NEXTAUTH_URL = 'https://praktijkbank.test'
const { db } = await import('@/lib/base/db/db')
const data = await import('./data')
const { enquiryToken, findAbout, getEnquiry, listEnquiries } = data
const mutations = await import('./mutations')
const { confirmEnquiry, saveReply } = mutations
const { closeEnquiry, markSpam, restoreEnquiry, saveAnswer } = await import('./answers.mutations')
const sendMail = sendsWith({
  ...(await import('@/lib/base/mail/mail-transport')),
  ...(await import('@/lib/people/messages/mutations')),
})
const { listOutbox } = await import('@/lib/people/messages/data')
const { pending, told, received, mailsTo } = writesWith(db, { ...data, ...mutations })

afterAll(async () => {
  await server.stop()
  await db.$disconnect()
  await database.drop()
})

let people: Awaited<ReturnType<typeof arrangeAnswerers>>

beforeAll(async () => {
  people = await arrangeAnswerers(db)
})

beforeEach(async () => {
  await resetEnquiries(db, people)
})

async function delivered(change: Partial<NewEnquiry> = {}): Promise<string> {
  const id = await pending(change)
  expect(await confirmEnquiry(id)).toBe('delivered')
  return id
}
const answer = (
  id: string,
  text = 'Zo werkt het.',
  outcome: 'corrected' | 'declined' | null = null,
) =>
  saveAnswer(
    { actorId: people.editorId, submission: randomUUID() },
    { id, text, outcome, actor: { id: people.editorId, name: 'Ed Editor' } },
  )
const act = (id: string) => ({ id, actorId: people.editorId })

describe('answering', () => {
  it('mails the writer with name and organisation, no address, and leaves one reply', async () => {
    const id = await delivered()
    expect(await answer(id)).toBe(true)
    const mail = (await mailsTo(WRITER)).at(-1)
    expect(mail).toMatchObject({
      kind: 'enquiry-answered',
      path: `/contact/gesprek?token=${enquiryToken('thread', id)}`,
    })
    expect(mail?.text).toContain('Ed Editor, Werkcentrum Oost antwoordt:\n\nZo werkt het.')
    expect(mail?.text).not.toContain('@')
    expect(await Promise.all([saveReply(id, 'Dank.'), saveReply(id, 'Dank.')])).toEqual(
      expect.arrayContaining(['saved', 'done']),
    )
    expect(await told(`enquiry-replied ${id}`)).toEqual([people.contactId])
    expect(await getEnquiry(id)).toMatchObject({ state: 'waiting' })
    await answer(id, 'Graag gedaan.')
    expect(await saveReply(id, 'Nog iets.')).toBe('gone')
    expect((await getEnquiry(id))?.entries.map(({ text }) => text)).toEqual([
      'GEHEIME vraag van Sam',
      'Zo werkt het.',
      'Dank.',
      'Graag gedaan.',
    ])
  })

  it('says what became of a reported mistake', async () => {
    const id = await delivered({ kind: 'mistake' })
    await answer(id, 'Het cijfer komt uit het jaarverslag.', 'declined')
    expect((await mailsTo(WRITER)).at(-1)?.text).toContain(
      'Wij nemen uw melding niet over.\n\nHet cijfer komt uit het jaarverslag.',
    )
    expect(await getEnquiry(id)).toMatchObject({ outcome: 'declined', state: 'answered' })
  })

  it('is over when it is closed; whoever got no answer is told once', async () => {
    const id = await delivered()
    expect(await closeEnquiry(act(id))).toBe(true)
    expect(await closeEnquiry(act(id))).toBe(false)
    expect(await answer(id)).toBe(false)
    const mails = await mailsTo(WRITER)
    expect(mails.filter(({ subject }) => subject.startsWith('Gesloten'))).toHaveLength(1)
    const other = await delivered()
    await answer(other)
    await closeEnquiry(act(other))
    expect((await mailsTo(WRITER)).at(-1)?.subject).toMatch(/^Antwoord/)
    expect(await saveReply(other, 'Toch nog iets.')).toBe('gone')
  })

  it('gives a later reply to whoever is left', async () => {
    const id = await delivered()
    await answer(id)
    await closeOffice(db, people)
    await saveReply(id, 'Is daar nog iemand?')
    expect(await told(`enquiry-replied ${id}`)).toContain(people.administratorId)
    const administrator = actorsOf('other')(
      null,
      'other',
      ['administrator'],
      people.administratorId,
    )
    const seen = await listEnquiries(administrator, { waiting: true })
    expect(seen.map((one) => one.id)).toEqual([id])
  })
})

describe('the mail', () => {
  it('arrives with its link, which the outbox forgets, as it never shows an answer', async () => {
    const id = await pending()
    expect(await sendMail()).toBe(1)
    const asked = server.inbox.at(-1)
    expect(asked?.subject).toBe('Verstuur uw bericht')
    expect(asked?.text).toContain(
      `https://praktijkbank.test/contact/bevestigen?token=${enquiryToken('confirm', id)}`,
    )
    expect(asked?.text).toContain('omdat iemand met dit e-mailadres een bericht schreef')
    expect(asked?.headers.has('list-unsubscribe')).toBe(false)
    await confirmEnquiry(id)
    await answer(id)
    await sendMail()
    const answered = server.inbox.find(({ subject }) => subject?.startsWith('Antwoord: '))
    expect(answered?.text).toContain('Zo werkt het.')
    expect(JSON.stringify(answered)).not.toContain('oost.example')
    const outbox = await listOutbox(null, people.administratorId)
    expect(JSON.stringify(outbox)).not.toMatch(/token=|Zo werkt het|GEHEIM/)
    expect(await db.mail.count({ where: { path: { contains: 'token=' } } })).toBe(0)
  })
})

describe('spam', () => {
  it('closes the door for this address at this organisation alone, until it is taken back', async () => {
    const id = await delivered()
    expect(await markSpam(act(id))).toBe(true)
    expect(await received(id)).toEqual([])
    const again = await pending()
    expect(await confirmEnquiry(again)).toBe('blocked')
    expect(await confirmEnquiry(again)).toBe('blocked')
    expect(await received(again)).toEqual([])
    await delivered({ email: 'ander@gemeente.example' })
    await delivered({ about: (await findAbout('site', ''))! })
    const [block] = await db.enquiryBlock.findMany()
    expect(JSON.stringify(block)).not.toContain('sam@')
    expect(await restoreEnquiry(act(id))).toBe(true)
    await delivered()
  })
})

describe('the record', () => {
  it('stands in the record as codes alone', async () => {
    const id = await delivered()
    await answer(id)
    await closeEnquiry(act(id))
    const events = await db.auditEvent.findMany({
      where: { objectType: 'enquiry', objectId: id },
      select: { action: true, actorId: true, detail: true },
      orderBy: { id: 'asc' },
    })
    expect(events).toEqual([
      {
        action: 'enquiry.create',
        actorId: null,
        detail: { kind: 'question', about: 'initiative' },
      },
      { action: 'enquiry.confirm', actorId: null, detail: { to: 'person' } },
      { action: 'enquiry.answer', actorId: people.editorId, detail: null },
      { action: 'enquiry.close', actorId: people.editorId, detail: null },
    ])
  })
})
