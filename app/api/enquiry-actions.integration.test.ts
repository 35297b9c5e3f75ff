import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '@/lib/base/http/action-result'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { formOf, idle } from '@/lib/base/testing/next-request'
import { arrangePeople, OTHERS, OWNER, signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const outside = await import('@/lib/exchange/enquiries/actions')
const answers = await import('@/lib/exchange/enquiries/answers.actions')
const { enquiryToken } = await import('@/lib/exchange/enquiries/data')
const { confirmEnquiry } = await import('@/lib/exchange/enquiries/mutations')

type Fields = Record<string, string>

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

beforeAll(async () => {
  await arrangePeople(db)
})

beforeEach(async () => {
  await db.enquiry.deleteMany()
  await db.rateLimit.deleteMany()
  await become(null)
})

const typed = (change: Fields = {}): Fields => ({
  about: 'initiative',
  slug: 'rangeerterrein',
  kind: 'question',
  name: 'Sam Smit',
  email: 'sam@gemeente.example',
  writer: 'journalist',
  subject: 'Rangeerterrein',
  text: 'Wat kost een plek?',
  ...change,
})
const ask = (change: Fields = {}) => outside.askAction(idle, formOf(typed(change)))

async function delivered(change: Fields = {}): Promise<string> {
  await ask(change)
  await become(null)
  const { id } = await db.enquiry.findFirstOrThrow({
    select: { id: true },
    orderBy: { createdAt: 'desc' },
  })
  await confirmEnquiry(id)
  return id
}

describe('asking', () => {
  it('answers the same for an address that has an account and one that has none', async () => {
    const results = [await ask(), await ask({ email: OWNER })]
    expect(results.map(({ status }) => status)).toEqual(['ok', 'ok'])
    expect(Object.keys(results[0] ?? {})).toEqual(Object.keys(results[1] ?? {}))
    expect(await db.enquiry.count({ where: { state: 'pending' } })).toBe(2)
  })

  it('stops at five a day of an address and gives the text back', async () => {
    for (let turn = 0; turn < 5; turn += 1) expect((await ask()).status).toBe('ok')
    expect(await ask({ email: ' Sam@Gemeente.EXAMPLE ' })).toMatchObject({
      status: 'invalid',
      formErrors: ['enquiryLimit'],
      values: { text: 'Wat kost een plek?' },
    })
    expect((await ask({ email: 'ander@gemeente.example' })).status).toBe('ok')
    expect(await db.enquiry.count()).toBe(6)
  })

  it('stops at thirty a day of a network', async () => {
    for (let turn = 0; turn < 30; turn += 1)
      expect((await ask({ email: `nr${String(turn)}@gemeente.example` })).status).toBe('ok')
    expect((await ask({ email: 'nr31@gemeente.example' })).status).toBe('invalid')
  })

  it.each([
    [{ slug: 'bestaat-niet' }],
    [{ slug: '../x' }],
    [{ about: 'goal' }],
    [{ kind: 'advertentie' }],
  ])('finds nothing at %j', async (change) => {
    expect(await ask(change as Fields)).toMatchObject({ status: 'error', code: 'NOT_FOUND' })
  })

  it('needs no link of someone signed in, and takes name and address from the account', async () => {
    await become('redacteur.overijssel@voorbeeld.nl')
    expect((await ask({ name: 'Een ander', email: 'ander@elders.example' })).status).toBe('ok')
    expect(await db.enquiry.findFirstOrThrow()).toMatchObject({
      state: 'waiting',
      writer: 'member',
      email: 'redacteur.overijssel@voorbeeld.nl',
    })
  })
})

describe('the links in mail', () => {
  it('say in words that they are not ours, and change nothing', async () => {
    await ask()
    const { id } = await db.enquiry.findFirstOrThrow({ select: { id: true } })
    for (const token of [
      '',
      'onzin',
      enquiryToken('thread', id),
      `${enquiryToken('confirm', id)}x`,
    ])
      expect(await outside.confirmEnquiryAction(idle, formOf({ token })), token).toMatchObject({
        status: 'invalid',
        formErrors: ['enquiryLinkGone'],
      })
    expect(
      await outside.replyEnquiryAction(
        idle,
        formOf({ token: enquiryToken('confirm', id), text: 'Mijn reactie' }),
      ),
    ).toMatchObject({ formErrors: ['enquiryReplyGone'], values: { text: 'Mijn reactie' } })
    expect(await db.enquiry.findFirstOrThrow()).toMatchObject({ state: 'pending' })
  })
})

describe('an outcome', () => {
  it('is of a reported mistake alone', async () => {
    const id = await delivered()
    await become(OWNER)
    expect(
      await answers.settleMistakeAction(idle, formOf({ id, text: 'Ja.', outcome: 'corrected' })),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})

interface AnswerAction {
  name: string
  send: (form: FormData) => Promise<ActionResult<unknown>>
  fields: Fields
  kind: 'question' | 'mistake'
}

const ANSWER_ACTIONS: AnswerAction[] = [
  {
    name: 'answerEnquiryAction',
    send: (form) => answers.answerEnquiryAction(idle, form),
    fields: { text: 'Duizend euro.' },
    kind: 'question',
  },
  {
    name: 'settleMistakeAction',
    send: (form) => answers.settleMistakeAction(idle, form),
    fields: { text: 'Het was 21.', outcome: 'corrected' },
    kind: 'mistake',
  },
  {
    name: 'closeEnquiryAction',
    send: (form) => answers.closeEnquiryAction(idle, form),
    fields: {},
    kind: 'question',
  },
  {
    name: 'markSpamAction',
    send: (form) => answers.markSpamAction(idle, form),
    fields: {},
    kind: 'question',
  },
]

describe.each(ANSWER_ACTIONS)('$name', ({ send, fields, kind }) => {
  it('does nothing for anyone but who answers, and says no more than that it does not exist', async () => {
    const id = await delivered({
      kind,
      email: `${kind}${String(Object.keys(fields).length)}@x.example`,
    })
    const trace = () =>
      db.enquiry.findUniqueOrThrow({
        where: { id },
        select: { state: true, outcome: true, _count: { select: { entries: true } } },
      })
    const before = await trace()
    for (const person of OTHERS) {
      await become(person)
      expect(await send(formOf({ id, ...fields })), person ?? 'nobody').toMatchObject({
        status: 'error',
        code: person === null ? 'NOT_SIGNED_IN' : 'NOT_FOUND',
      })
    }
    expect(await trace()).toEqual(before)
    await become(OWNER)
    for (const wrong of ['', 'geen-nummer', '\u0000'])
      expect(await send(formOf({ ...fields, id: wrong }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await send(formOf({ id, ...fields }))).toMatchObject({ status: 'ok' })
    expect(await trace()).not.toEqual(before)
  })
})
