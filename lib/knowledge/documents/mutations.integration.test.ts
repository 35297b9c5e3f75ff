import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHOSEN_REGIONS } from '@/lib/base/regions/rules'
import { createTestDatabase } from '@/lib/base/testing/database'
import { textBlocks } from '@/lib/base/files/documents/plain-text'
import { draftSchema } from '@/lib/knowledge/revisions/schema'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getKnowledge, getReading } = await import('./data')
const { deleteOldReadings, saveDraftFromReading, saveReading } = await import('./mutations')
const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
const { deleteAccount } = await import('@/lib/people/accounts/mutations')
const { hashPassword } = await import('@/lib/base/security/password-hash')
const { draftInput } = await import('./draft.rules')
const { proposalsOf, READING_HOURS } = await import('./rules')

const TEXT = `Projectplan Taal op de vloer

Doelgroep: statushouders
Gemeenten: Kampen
Looptijd: 1 maart 2026 tot en met 31 augustus 2027

Aanpak

- Werven
- Plaatsen: bij een bedrijf
`
const NOW = new Date('2026-11-30T12:00:00Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const proposals = proposalsOf(textBlocks(TEXT), await getKnowledge())
const content = draftSchema.parse(
  draftInput(proposals, {
    title: 'Taal op de vloer',
    neemOver: ['steps', 'startsOn'],
    steps: 'Werven\nPlaatsen: bij een bedrijf',
    startsOn: '2026-03-01',
    targetGroups: 'statushouders',
    regions: 'regio-zwolle',
  }),
)
let actorId: string
let otherId: string
let organisationId: string

const person = async (email: string, passwordHash?: string) =>
  (
    await db.user.create({
      data: { email, name: 'Lezer', passwordHash: passwordHash ?? null },
      select: { id: true },
    })
  ).id
const save = (submission: string | null = null) =>
  saveReading({ actorId, submission, source: 'plan.docx', proposals, now: NOW })
const readings = () => db.documentReading.count({ where: { userId: actorId } })

beforeAll(async () => {
  actorId = await person('lezer@voorbeeld.nl')
  otherId = await person('ander@voorbeeld.nl')
  organisationId = (await db.organisation.findFirstOrThrow({ orderBy: { slug: 'asc' } })).id
})
beforeEach(() => db.documentReading.deleteMany())
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('what the product knows', () => {
  it('reads a document with the vocabularies and regions of the database', () => {
    expect(proposals.map(({ field, value }) => [field, value])).toEqual([
      ['title', 'Taal op de vloer'],
      ['targetGroups', 'statushouders'],
      ['regions', 'regio-zwolle'],
      ['instruments', 'doelgroepgerichte-werving'],
      ['steps', 'Werven\nPlaatsen: bij een bedrijf'],
      ['lifecycle', 'planned'],
      ['startsOn', '2026-03-01'],
      ['endsOn', '2027-08-31'],
    ])
  })
})

describe('a reading', () => {
  it('is its own person’s alone, and comes back as it was', async () => {
    const { id } = await save()
    expect((await getReading(id, actorId, NOW))?.proposals).toEqual(proposals)
    expect(await getReading(id, otherId, NOW)).toBeNull()
    expect(await getReading('geen-id', actorId, NOW)).toBeNull()
  })

  it('is over after a day, and then deleted', async () => {
    const { id } = await save()
    expect(await getReading(id, actorId, later(READING_HOURS - 1))).not.toBeNull()
    expect(await getReading(id, actorId, later(READING_HOURS))).toBeNull()
    expect(await deleteOldReadings(later(READING_HOURS - 1))).toBe(0)
    expect(await deleteOldReadings(later(READING_HOURS))).toBe(1)
  })

  it('makes room for newer ones, and is saved once for one press', async () => {
    const first = await save()
    for (let count = 0; count < 3; count += 1) await save()
    expect(await readings()).toBe(3)
    expect(await getReading(first.id, actorId, NOW)).toBeNull()
    const key = randomUUID()
    const [one, two] = await Promise.all([save(key), save(key)])
    expect(one).toEqual(two)
    expect(await readings()).toBe(3)
  })

  it('goes with the account', async () => {
    const password = 'vier losse woorden hier'
    const leaver = await person('vertrekt@voorbeeld.nl', await hashPassword(password))
    await saveReading({ actorId: leaver, source: '', proposals, now: NOW })
    expect(await deleteAccount(leaver, password)).toEqual({ status: 'ok' })
    expect(await db.documentReading.count({ where: { userId: leaver } })).toBe(0)
  })
})

describe('a draft of what was accepted', () => {
  const draft = (readingId: string, more: Partial<typeof content> = {}, submission?: string) =>
    saveDraftFromReading({
      actorId,
      submission: submission ?? null,
      readingId,
      organisationId,
      content: { ...content, ...more },
    })

  it('holds it all, and leaves no reading behind', async () => {
    const { revisionId } = await draft((await save()).id)
    const saved = await getRevisionDraft(revisionId)
    expect(saved).toMatchObject({ status: 'draft', version: 2, organisationId, content })
    expect(await readings()).toBe(0)
    const trail = await db.auditEvent.findMany({
      where: { actorId },
      orderBy: { id: 'asc' },
      select: { action: true },
    })
    expect(trail.map(({ action }) => action)).toEqual(['initiative.create', 'revision.save'])
  })

  it('notes what its writer saw beforehand, without what no longer exists', async () => {
    const other = await db.initiative.findFirstOrThrow({ where: { slug: 'rangeerterrein' } })
    const { id } = await saveReading({
      actorId,
      source: '',
      proposals,
      now: NOW,
      consultedIds: [other.id, randomUUID()],
    })
    const { revisionId } = await draft(id)
    const initiative = { revisions: { some: { id: revisionId } } }
    expect(
      await db.initiativeConsulted.findMany({
        where: { initiative },
        select: { otherId: true },
      }),
    ).toEqual([{ otherId: other.id }])
  })

  it('is made once when the form is sent twice, and refused when the reading is gone', async () => {
    const { id } = await save()
    const before = await db.initiative.count()
    const key = randomUUID()
    const [one, two] = await Promise.all([draft(id, {}, key), draft(id, {}, key)])
    expect(one).toEqual(two)
    expect(await db.initiative.count()).toBe(before + 1)
    await expect(draft(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.initiative.count()).toBe(before + 1)
  })

  it('is not half made: an unknown term leaves everything as it was', async () => {
    const { id } = await save()
    const before = await db.initiative.count()
    await expect(draft(id, { instruments: ['bestaat-niet'] })).rejects.toMatchObject({
      code: 'INVALID',
    })
    expect(await db.initiative.count()).toBe(before)
    expect(await getReading(id, actorId, NOW)).not.toBeNull()
  })
})

describe('a draft of a document without a region', () => {
  it('begins with the region of the organisation where the document names none', async () => {
    const own = await db.organisation.findFirstOrThrow({
      where: { region: { type: { in: [...CHOSEN_REGIONS] } } },
      select: { id: true },
    })
    const open = (some: typeof proposals) =>
      saveReading({ actorId, submission: null, source: '', proposals: some, now: NOW })
    const make = async (some: typeof proposals) => {
      const { revisionId } = await saveDraftFromReading({
        actorId,
        submission: null,
        readingId: (await open(some)).id,
        organisationId: own.id,
        content: { ...content, regions: [] },
      })
      return (await getRevisionDraft(revisionId))?.content.regions
    }
    const silent = proposals.filter(({ field }) => field !== 'regions')
    expect(await make(silent)).toHaveLength(1)
    expect(await make(proposals)).toEqual([])
  })
})
