import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { hashPassword } = await import('@/lib/base/security/password-hash')
const { deleteAccount } = await import('./mutations')

const PASSWORD = 'vier losse woorden hier'
let passwordHash = ''

async function person(email: string): Promise<string> {
  return (
    await db.user.create({
      data: { email, name: `Naam van ${email}`, passwordHash },
      select: { id: true },
    })
  ).id
}
const exists = async (id: string) => (await db.user.count({ where: { id } })) === 1
const count = async (sql: string) =>
  Number(
    (await db.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) AS count FROM ${sql}`))[0]
      ?.count,
  )

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD)
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('leaving', () => {
  it('asks for the right password', async () => {
    const id = await person('blijft@voorbeeld.nl')
    expect(await deleteAccount(id, 'een ander wachtwoord')).toEqual({ status: 'wrongPassword' })
    expect(await exists(id)).toBe(true)
  })

  it('takes the person away and leaves what they wrote under the name of their organisation', async () => {
    const id = await person('vraagt@voorbeeld.nl')
    const [organisation, initiative] = await Promise.all([
      db.organisation.findFirstOrThrow({ orderBy: { slug: 'asc' } }),
      db.initiative.findUniqueOrThrow({ where: { slug: 'rangeerterrein' } }),
    ])
    await db.membership.create({
      data: { userId: id, organisationId: organisation.id, role: 'editor' },
    })
    const post = await db.post.create({
      data: {
        initiativeId: initiative.id,
        organisationId: organisation.id,
        authorId: id,
        text: 'Hoe deed u dat?',
      },
      select: { id: true },
    })
    await db.follow.create({
      data: { userId: id, subjectType: 'initiative', subjectId: initiative.id },
    })
    expect(await deleteAccount(id, PASSWORD)).toEqual({ status: 'ok' })
    expect(await exists(id)).toBe(false)
    expect(
      await db.post.findUniqueOrThrow({
        where: { id: post.id },
        select: { authorId: true, organisationId: true, text: true },
      }),
    ).toEqual({ authorId: null, organisationId: organisation.id, text: 'Hoe deed u dat?' })
    expect(await count(`follow WHERE user_id = '${id}'`)).toBe(0)
    expect(
      await db.auditEvent.findFirst({
        where: { action: 'user.delete', objectId: id, result: 'ok' },
        select: { actorId: true },
      }),
    ).toEqual({ actorId: null })
    await expect(deleteAccount(id, PASSWORD)).rejects.toThrow('NOT_FOUND')
  })

  it('takes along what the person wrote from outside, and leaves their answers to others', async () => {
    const email = 'schreef@voorbeeld.nl'
    const id = await person(email)
    const write = async (address: string) =>
      db.enquiry.create({
        data: {
          kind: 'question',
          writer: 'member',
          name: 'Naam',
          email: address,
          subject: 'Vraag',
          state: 'answered',
          expiresAt: new Date(),
          confirmedAt: new Date(),
          receiverId: id,
          entries: { create: [{ fromOutside: false, authorId: id, text: 'Een antwoord.' }] },
        },
      })
    await write(email)
    const other = await write('ander@voorbeeld.nl')
    const mail = { kind: 'enquiry-answered', subject: 'Antwoord', text: 'Een antwoord.', path: '/' }
    await db.mail.create({ data: { ...mail, toAddress: email, key: 'een' } })
    expect(await deleteAccount(id, PASSWORD)).toEqual({ status: 'ok' })
    expect(await count(`enquiry WHERE email = '${email}'`)).toBe(0)
    expect(await count(`mail WHERE to_address = '${email}'`)).toBe(0)
    expect(
      await db.enquiry.findUniqueOrThrow({
        where: { id: other.id },
        select: { receiverId: true, entries: { select: { authorId: true, text: true } } },
      }),
    ).toEqual({ receiverId: null, entries: [{ authorId: null, text: 'Een antwoord.' }] })
  })

  it('is refused to example accounts, and to the last administrator also when two leave at once', async () => {
    const example = await db.user.findFirstOrThrow({
      where: { isExample: true, platformRoles: { none: {} } },
      select: { id: true },
    })
    await db.user.update({ where: { id: example.id }, data: { passwordHash } })
    expect(await deleteAccount(example.id, PASSWORD)).toEqual({ status: 'example' })
    await db.user.updateMany({
      where: { platformRoles: { some: { role: 'administrator' } } },
      data: { disabledAt: new Date() },
    })
    const both = await Promise.all(
      ['een@voorbeeld.nl', 'twee@voorbeeld.nl'].map(async (email) => person(email)),
    )
    for (const userId of both)
      await db.platformRole.create({ data: { userId, role: 'administrator' } })
    const outcomes = await Promise.all(both.map(async (id) => deleteAccount(id, PASSWORD)))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['lastAdministrator', 'ok'])
  })

  it('forgets who wrote an earlier version, which is otherwise never changed', async () => {
    const id = await person('schreef@voorbeeld.nl')
    const { id: initiativeId, publishedRevisionId } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true, publishedRevisionId: true },
    })
    const old = await db.initiativeRevision.create({
      data: {
        initiativeId,
        number: 90,
        status: 'superseded',
        title: 'Oud',
        summary: 'Oud',
        createdById: id,
        decidedById: id,
        publishedAt: new Date('2026-01-01'),
      },
      select: { id: true },
    })
    expect(publishedRevisionId).not.toBeNull()
    expect(await deleteAccount(id, PASSWORD)).toEqual({ status: 'ok' })
    expect(
      await db.initiativeRevision.findUniqueOrThrow({
        where: { id: old.id },
        select: { createdById: true, decidedById: true, title: true },
      }),
    ).toEqual({ createdById: null, decidedById: null, title: 'Oud' })
    await expect(
      db.initiativeRevision.update({ where: { id: old.id }, data: { title: 'Nieuw' } }),
    ).rejects.toThrow()
    const other = await person('ander@voorbeeld.nl')
    await expect(
      db.initiativeRevision.update({ where: { id: old.id }, data: { createdById: other } }),
    ).rejects.toThrow()
  })

  it('works for everyone in the examples: judgements that were handed in stay and keep counting, without a name', async () => {
    const people = await db.user.findMany({
      where: { isExample: true },
      select: { id: true, name: true, email: true },
      orderBy: { email: 'asc' },
      take: 100,
    })
    const judged = async () => count(`assessment WHERE status = 'submitted'`)
    const [before, verdicts, adoptions] = [
      await judged(),
      await count('policy_verdict'),
      await count('adoption'),
    ]
    expect(before).toBeGreaterThan(0)
    expect(people.length).toBeGreaterThan(8)
    for (const { id } of people) await db.$executeRaw`SELECT forget_account(${id}::uuid)`
    expect([await judged(), await count('policy_verdict'), await count('adoption')]).toEqual([
      before,
      verdicts,
      adoptions,
    ])
    expect(
      await count(
        `assessment WHERE status = 'draft' AND assessor_id IN (SELECT id FROM app_user WHERE email LIKE 'verwijderd-%')`,
      ),
    ).toBe(0)
    const left = await db.user.findMany({
      where: { id: { in: people.map(({ id }) => id) } },
      select: {
        id: true,
        email: true,
        name: true,
        passwordHash: true,
        disabledAt: true,
        memberships: true,
      },
    })
    expect(left.length).toBeGreaterThan(0)
    for (const row of left)
      expect(row).toMatchObject({
        email: `verwijderd-${row.id}@verwijderd.invalid`,
        name: 'Verwijderd account',
        passwordHash: null,
        memberships: [],
      })
    for (const { disabledAt } of left) expect(disabledAt).not.toBeNull()
  })
})
