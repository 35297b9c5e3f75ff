import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createReader, queuesWith, sendsWith, startMailWorld } from '@/lib/base/testing/mails'

const mailWorld = await startMailWorld({ env: { MAIL_CLAIM_SECONDS: '2' } })
const { url: smtpUrl, inbox, reset } = mailWorld.server
const { db } = await import('@/lib/base/db/db')
const { openMailSender } = await import('@/lib/base/mail/mail-transport')
const { getMailWishes, readUnsubscribeToken } = await import('./data')
const { queueMail, sendQueuedMail } = await import('./mutations')
const { stopMail } = await import('./wishes.mutations')
const { signToken } = await import('@/lib/base/security/signed-token')
const { POST, GET } = await import('@/app/api/mail/afmelden/route')
const { NextRequest } = await import('next/server')

const person = () => createReader(db)
const queue = queuesWith(db, queueMail)
const send = sendsWith({ openMailSender, sendQueuedMail })

beforeEach(async () => {
  await db.mail.deleteMany()
  reset()
})
beforeAll(() => expect(smtpUrl).toMatch(/:\d+$/))
afterAll(() => mailWorld.stop(db))

describe('stopping mail with one click', () => {
  const linkIn = (mail: ParsedMail | undefined) =>
    /<(https:[^>]+)>/.exec(
      mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replace(/\s+/g, '') ??
        '',
    )?.[1] ?? ''
  const post = (url: string, body = 'List-Unsubscribe=One-Click') =>
    POST(
      new NextRequest(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    )

  it('acts by POST without signing in, and for that kind alone', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await send()
    const link = linkIn(inbox[0])
    expect(link).toMatch(/^https:\/\/praktijkbank\.test\/api\/mail\/afmelden\?token=/)
    expect((await post(link)).status).toBe(200)
    expect((await post(link)).status).toBe(200)
    expect(await getMailWishes(recipientId)).toMatchObject({
      'question-asked': 'never',
      'contact-request': 'now',
    })
    await queue(recipientId, { key: 'twee' })
    expect(await send()).toBe(0)
  })

  it('changes nothing by GET: that leads to a page that asks', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await send()
    const answer = GET(new NextRequest(linkIn(inbox[0])))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(
      /^https:\/\/praktijkbank\.test\/afmelden\?token=/,
    )
    expect(await getMailWishes(recipientId)).toMatchObject({ 'question-asked': 'now' })
  })

  it('refuses a link that was made up, changed, or belongs to someone who is gone', async () => {
    const { recipientId } = await person()
    await queue(recipientId)
    await send()
    const link = linkIn(inbox[0])
    const token = new URL(link).searchParams.get('token') ?? ''
    const [payload = '', signature = ''] = token.split('.')
    const other = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('question-asked', 'contact-request'),
    ).toString('base64url')
    for (const broken of [
      '',
      'x',
      `${payload}.`,
      `.${signature}`,
      `${other}.${signature}`,
      `${token}.x`,
      token.slice(0, -2),
      'a'.repeat(10_000),
    ]) {
      expect(readUnsubscribeToken(broken)).toBeNull()
      expect(
        (await post(`https://praktijkbank.test/api/mail/afmelden?token=${broken}`)).status,
      ).toBe(404)
    }
    expect((await post(link, 'iets=anders')).status).toBe(400)
    await db.user.delete({ where: { id: recipientId } })
    expect((await post(link)).status).toBe(404)
    expect(await stopMail(recipientId, 'digest')).toBe(false)
  })

  it('does not exist for mail about the account itself, which is sent whatever was chosen', async () => {
    const { recipientId } = await person()
    await db.mailWish.create({
      data: { userId: recipientId, kind: 'account-security', mode: 'never' },
    })
    await queue(recipientId, { kind: 'account-security' })
    expect(await send()).toBe(1)
    const [mail] = inbox
    expect(mail?.headerLines.filter(({ key }) => key.startsWith('list-unsubscribe'))).toEqual([])
    expect(mail?.text).toContain('het over uw toegang tot de Praktijkbank gaat')
    expect(`${mail?.text ?? ''}${String(mail?.html)}`).not.toContain('/api/mail/afmelden')
    const signed = signToken('mail.unsubscribe', `${recipientId} account-security`)
    expect(readUnsubscribeToken(signed)).toBeNull()
  })
})
