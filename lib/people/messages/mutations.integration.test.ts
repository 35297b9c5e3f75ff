import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { NewMail } from './types'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { queueMail } = await import('./mutations')

let mail: NewMail

beforeAll(async () => {
  const { id } = await db.user.create({
    data: { email: 'ontvanger@voorbeeld.nl', name: 'Ontvanger' },
    select: { id: true },
  })
  mail = {
    recipientId: id,
    kind: 'panel-invitation',
    key: 'a',
    subject: 'Uw oordeel',
    text: 'Wilt u beoordelen?',
    path: '/werkplek',
  }
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('queueMail', () => {
  it('keeps mail only when the transaction that causes it succeeds', async () => {
    await expect(
      db.$transaction(async (tx) => {
        await queueMail(tx, { ...mail, key: 'rolled back' })
        throw new Error('cause failed')
      }),
    ).rejects.toThrow('cause failed')
    expect(await db.mail.count({ where: { key: 'rolled back' } })).toBe(0)
  })

  it('makes one mail of the same request, also when two ask at once', async () => {
    const ask = () => db.$transaction((tx) => queueMail(tx, mail))
    await Promise.all([ask(), ask(), ask()])
    await ask()
    expect(
      await db.mail.findMany({
        where: { key: 'a' },
        select: { status: true, attempts: true, subject: true },
      }),
    ).toEqual([{ status: 'queued', attempts: 0, subject: 'Uw oordeel' }])
  })

  it('takes line ends out of the subject and refuses a link that leaves the site', async () => {
    await db.$transaction((tx) =>
      queueMail(tx, { ...mail, key: 'lines', subject: 'Uw\r\nBcc: iedereen@voorbeeld.nl' }),
    )
    expect(await db.mail.findFirst({ where: { key: 'lines' }, select: { subject: true } })).toEqual(
      { subject: 'Uw Bcc: iedereen@voorbeeld.nl' },
    )
    for (const broken of [
      { path: '//ander.nl' },
      { path: 'https://ander.nl' },
      { subject: ' \n' },
      { text: '' },
      { key: '' },
    ]) {
      await expect(
        db.$transaction((tx) => queueMail(tx, { ...mail, ...broken })),
      ).rejects.toMatchObject({ code: 'INVALID' })
    }
  })

  it('is refused by the database for a header in a subject, an outside link and an unknown form of kind', async () => {
    for (const broken of [
      { subject: 'a\nb' },
      { path: '//ander.nl' },
      { path: 'https://ander.nl' },
      { kind: 'Kind met spaties' },
      { subject: '' },
      { attempts: -1 },
    ]) {
      await expect(db.mail.create({ data: { ...mail, key: 'direct', ...broken } })).rejects.toThrow(
        /mail_/,
      )
    }
  })
})
