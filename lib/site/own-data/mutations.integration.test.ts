import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { unpackBounded } = await import('@/lib/base/files/archive')
const { listOwnData } = await import('./data')
const { exportOwnData } = await import('./mutations')
const { LEFT_OUT, MAX_ROWS, SECTIONS } = await import('./rules')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const personOf = async (email: string) =>
  db.user.findUniqueOrThrow({ where: { email }, select: { id: true, email: true, name: true } })
const editor = await personOf('redacteur.brabant@voorbeeld.nl')
const assessor = await personOf('beoordelaar.noord@voorbeeld.nl')

const read = async ({ id, email }: { id: string; email: string }) => {
  const sections = await db.$transaction(async (tx) => listOwnData(tx, { userId: id, email }))
  return new Map(sections.map((section) => [section.key, section]))
}
const rowsOf = async (person: { id: string; email: string }, key: string) =>
  (await read(person)).get(key)?.rows

async function filesOf(userId: string) {
  const zip = await exportOwnData(userId)
  if (!zip) throw new Error('limited')
  const files = await unpackBounded(Buffer.from(zip))
  return new Map([...files].map(([name, content]) => [name, content.toString('utf8')]))
}

describe('nothing is forgotten', () => {
  it('each reference to a person is exported, or left out with a reason', async () => {
    const references = await db.$queryRaw<{ name: string }[]>`
      SELECT c.conrelid::regclass || '.' || a.attname AS name
      FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND c.confrelid = 'app_user'::regclass
      UNION
      SELECT table_name || '.' || column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = 'audit_event' AND column_name = 'actor_id'`
    const handled = new Set([
      ...SECTIONS.map(({ table, person }) => `${table}.${String(person)}`),
      ...Object.keys(LEFT_OUT),
    ])
    const names = references.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name) => !handled.has(name))).toEqual([])
    expect(Object.keys(LEFT_OUT).filter((name) => !names.includes(name))).toEqual([])
  })

  it('has every row of everyone in the examples, each with one person', async () => {
    const people = await db.user.findMany({
      select: { id: true, email: true },
      orderBy: { email: 'asc' },
      take: 200,
    })
    const counted = new Map<string, number>()
    for (const person of people)
      for (const [key, { rows }] of await read(person))
        counted.set(key, (counted.get(key) ?? 0) + rows.length)
    const plain = SECTIONS.filter(({ where }) => where === undefined)
    for (const { key, table, person } of plain) {
      const [row] = await db.$queryRawUnsafe<{ count: bigint }[]>(
        `SELECT count(*) AS count FROM ${table} WHERE ${String(person)} IS NOT NULL`,
      )
      expect([key, counted.get(key)]).toEqual([key, Number(row?.count)])
    }
    for (const key of ['revisions', 'assessments', 'assessment_scores', 'adoptions'])
      expect(counted.get(key)).toBeGreaterThan(0)
  })
})

describe('what an editor and an assessor get', () => {
  it('holds their own words and nothing that others wrote', async () => {
    const initiative = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true, organisationId: true },
    })
    const place = { initiativeId: initiative.id, organisationId: initiative.organisationId }
    const mail = {
      kind: 'contact-request',
      key: 'een',
      subject: 'Een bericht',
      text: 'Tekst van ASSESSOR in mail',
      path: '/',
    }
    const { id: mailId } = await db.mail.create({
      data: { ...mail, toAddress: editor.email },
      select: { id: true },
    })
    await db.post.createMany({
      data: [
        { ...place, authorId: editor.id, text: 'Vraag van EDITOR' },
        { ...place, authorId: assessor.id, text: 'Vraag van ASSESSOR' },
      ],
    })
    await db.contactRequest.create({
      data: {
        ...place,
        mailId,
        contactName: editor.name,
        senderId: assessor.id,
        message: 'Bericht van ASSESSOR',
      },
    })
    await db.savedSearch.create({
      data: { userId: editor.id, name: 'Zoekvraag van EDITOR', parameters: 'q=editor' },
    })
    await db.notification.create({
      data: {
        userId: editor.id,
        kind: 'question-reported',
        key: 'een',
        title: 'Rangeerterrein',
        path: '/',
        note: 'Reden van ASSESSOR',
      },
    })
    const [own, other] = [await filesOf(editor.id), await filesOf(assessor.id)]
    for (const name of ['gegevens.json', 'gegevens.html']) {
      expect(own.get(name)).toContain('Vraag van EDITOR')
      expect(own.get(name)).toContain('Zoekvraag van EDITOR')
      expect(own.get(name)).toContain('Een bericht')
      expect(own.get(name)).not.toContain('ASSESSOR')
      expect(own.get(name)).not.toContain(assessor.email)
      expect(other.get(name)).toContain('Vraag van ASSESSOR')
      expect(other.get(name)).toContain('Bericht van ASSESSOR')
      expect(other.get(name)).not.toContain('EDITOR')
      expect(other.get(name)).not.toContain('Reden van')
      expect(other.get(name)).not.toContain('Tekst van ASSESSOR in mail')
      expect(other.get(name)).not.toContain(editor.email)
    }
    expect(await rowsOf(editor, 'contacts_received')).toHaveLength(1)
    expect(await rowsOf(editor, 'revisions')).not.toHaveLength(0)
    const [score] = (await rowsOf(assessor, 'assessment_scores')) ?? []
    expect(Object.keys(score ?? {})).toEqual([
      'score',
      'cannot_judge',
      'reason',
      'criterion',
      'initiative',
      'initiative_url',
    ])
  })

  it('never holds a password hash, a token or a link of mail about the account', async () => {
    const person = await db.user.create({
      data: { email: 'geheim@voorbeeld.nl', name: 'G. Heim', passwordHash: 'HASHWAARDE' },
      select: { id: true, email: true },
    })
    const text = 'Kies een wachtwoord:\nhttps://praktijkbank.example/wachtwoord?token=GEHEIM\nGroet'
    const mails = [
      { recipientId: person.id, kind: 'account-reset', key: 'een', text },
      { toAddress: person.email, kind: 'account-invitation', key: 'twee', text },
      { toAddress: 'ander@voorbeeld.nl', kind: 'account-invitation', key: 'drie', text },
    ]
    await db.mail.createMany({
      data: mails.map((mail) => ({ ...mail, subject: 'Uw account', path: '/x?token=GEHEIM' })),
    })
    const files = await filesOf(person.id)
    for (const content of files.values()) expect(content).not.toMatch(/HASHWAARDE|GEHEIM/)
    const sent = await rowsOf(person, 'mails')
    expect(sent?.map((row) => row.text)).toEqual(
      Array.from({ length: 2 }, () => 'Kies een wachtwoord:\n[link weggelaten]\nGroet'),
    )
  })

  it('holds what someone wrote without an account once it is confirmed, and no answer to it', async () => {
    const person = await db.user.create({
      data: { email: 'schrijver@voorbeeld.nl', name: 'S. Chrijver' },
      select: { id: true, email: true },
    })
    const enquiry = {
      kind: 'question' as const,
      writer: 'resident' as const,
      name: 'S. Chrijver',
      email: person.email,
      subject: 'Onderwerp',
      expiresAt: new Date(),
    }
    const write = async (text: string, state: 'pending' | 'answered') =>
      db.enquiry.create({
        data: {
          ...enquiry,
          state,
          confirmedAt: state === 'pending' ? null : new Date(),
          entries: {
            create: [
              { fromOutside: true, text },
              { fromOutside: false, authorId: editor.id, text: 'Antwoord van EDITOR' },
            ],
          },
        },
      })
    await write('Mijn vraag', 'answered')
    await write('Van een ander met mijn adres', 'pending')
    expect(await rowsOf(person, 'enquiries_sent')).toHaveLength(1)
    expect((await rowsOf(person, 'enquiry_words'))?.map(({ text }) => text)).toEqual(['Mijn vraag'])
    expect((await rowsOf(editor, 'enquiry_answers'))?.map(({ text }) => text)).toEqual([
      'Antwoord van EDITOR',
      'Antwoord van EDITOR',
    ])
    expect(JSON.stringify([...(await read(editor)).values()])).not.toContain(person.email)
  })

  it('is cut at a bound, and says so', async () => {
    const person = await db.user.create({
      data: { email: 'veel@voorbeeld.nl', name: 'V. Eel' },
      select: { id: true, email: true },
    })
    await db.$executeRaw`
      INSERT INTO audit_event (actor_id, action, object_type)
      SELECT ${person.id}::uuid, 'test.many', 'test' FROM generate_series(0, ${MAX_ROWS}::int)`
    const audit = (await read(person)).get('audit')
    expect([audit?.rows.length, audit?.cut]).toEqual([MAX_ROWS, true])
    expect((await read(assessor)).get('audit')?.cut).toBe(false)
  })
})

describe('the act', () => {
  it('is in the audit record and in the file, and is limited per person', async () => {
    const make = async (email: string) =>
      db.user.create({ data: { email, name: 'L. Imiet' }, select: { id: true, email: true } })
    const [person, neighbour] = [await make('een@voorbeeld.nl'), await make('twee@voorbeeld.nl')]
    const first = await filesOf(person.id)
    expect([...first.keys()].toSorted()).toEqual(['LEESMIJ.txt', 'gegevens.html', 'gegevens.json'])
    expect(JSON.parse(first.get('gegevens.json') ?? '')).toMatchObject({
      data: { audit: [{ action: 'user.export', object_id: person.id, by_self: true }] },
    })
    for (let turn = 2; turn <= 5; turn++)
      expect(await exportOwnData(person.id)).toBeInstanceOf(Uint8Array)
    expect(await exportOwnData(person.id)).toBeNull()
    expect(await exportOwnData(neighbour.id)).toBeInstanceOf(Uint8Array)
    expect(await db.auditEvent.count({ where: { actorId: person.id } })).toBe(5)
  })

  it('is refused to an account that is disabled', async () => {
    const { id } = await db.user.create({
      data: { email: 'uit@voorbeeld.nl', name: 'U. It', disabledAt: new Date() },
      select: { id: true },
    })
    await expect(exportOwnData(id)).rejects.toThrow('NOT_FOUND')
  })
})
