import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/platform/testing/database'
import type { OverlapOther, OverlapSource } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/platform/db')
const { saveNewInitiative, startRevision } = await import('@/lib/revisions/mutations')
const { getOther, listLookalikes, listVariants } = await import('./data')
const { saveOverlapChoice } = await import('./mutations')

let actorId: string
let source: OverlapSource
let other: OverlapOther

beforeAll(async () => {
  const person = await db.user.findUniqueOrThrow({ where: { email: 'redacteur.overijssel@voorbeeld.nl' }, select: { id: true, memberships: { select: { organisation: { select: { id: true, name: true } } } } } })
  actorId = person.id
  const { organisation } = person.memberships[0]!
  const title = 'Rangeerterrein voor Midden-Brabant en Twente'
  const { initiativeId, revisionId } = await saveNewInitiative({ title, organisationId: organisation.id, actorId })
  source = { revisionId, initiativeId, organisationId: organisation.id, organisationName: organisation.name, title }
  const { id } = await db.initiative.findUniqueOrThrow({ where: { slug: 'rangeerterrein' }, select: { id: true } })
  other = (await getOther(id))!
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const named = async () => (await listLookalikes(source)).find(({ slug }) => slug === 'rangeerterrein')

describe('what looks like a draft', () => {
  it('is found by the words of its title alone, and is not near without a region', async () => {
    expect(await named()).toMatchObject({ near: false, decided: null, organisation: 'SER Brabant', titleWords: ['rangeerterrein', 'midden', 'brabant'] })
  })

  it('is found by tags, nearby once the draft names a region', async () => {
    const published = await db.initiative.findUniqueOrThrow({ where: { slug: 'rangeerterrein' }, select: { publishedRevision: { select: { terms: { select: { termId: true, position: true } }, regions: { select: { regionId: true, position: true } } } } } })
    const { terms, regions } = published.publishedRevision!
    await db.revisionTerm.createMany({ data: terms.map((row) => ({ ...row, revisionId: source.revisionId })) })
    await db.revisionRegion.createMany({ data: regions.map((row) => ({ ...row, revisionId: source.revisionId })) })
    const found = await named()
    expect(found?.similarity).toBeCloseTo(1)
    expect(found?.near).toBe(true)
    expect(found?.likeness.shared.length).toBeGreaterThan(0)
  })

  it('never names drafts of anyone, nor the initiative itself', async () => {
    const slugs = (await listLookalikes(source)).map(({ slug }) => slug)
    const open = await db.initiativeSearch.findMany({ where: { slug: { in: slugs } }, select: { slug: true }, orderBy: { slug: 'asc' } })
    expect(open.map(({ slug }) => slug).toSorted()).toEqual(slugs.toSorted())
    const { id } = await db.initiative.findUniqueOrThrow({ where: { slug: 'rangeerterrein' }, select: { id: true } })
    const own = await startRevision({ initiativeId: id, actorId })
    expect((await listLookalikes({ revisionId: own.revisionId, initiativeId: id, title: 'Rangeerterrein Midden-Brabant' })).map(({ slug }) => slug)).not.toContain('rangeerterrein')
    expect(await getOther(source.initiativeId)).toBeNull()
  })
})

describe('what is decided', () => {
  it('joining mails the owner with the words and how to answer', async () => {
    await saveOverlapChoice({ source, other, answer: 'join', words: 'Mogen wij meedoen?', actorId })
    const mail = await db.mail.findFirstOrThrow({ where: { kind: 'contact-request', key: { startsWith: 'overlap:' } }, select: { text: true, path: true, recipient: { select: { email: true } } } })
    expect(mail).toMatchObject({ path: '/initiatieven/rangeerterrein', recipient: { email: 'redacteur.brabant@voorbeeld.nl' } })
    expect(mail.text).toContain('redacteur.overijssel@voorbeeld.nl')
    expect(await named()).toMatchObject({ decided: { answer: 'join', words: 'Mogen wij meedoen?' } })
  })

  it('a variant stands on both pages once both are published, until it is called something else', async () => {
    await saveOverlapChoice({ source, other, answer: 'variant', words: '', actorId })
    expect(await listVariants(other.initiativeId)).toEqual([])
    expect(await db.notification.count({ where: { kind: 'variant-linked' } })).toBe(1)
    const { id: published } = await db.initiative.findUniqueOrThrow({ where: { slug: 'switch-naar-techniek' }, select: { id: true } })
    await saveOverlapChoice({ source: { ...source, initiativeId: published }, other, answer: 'variant', words: '', actorId })
    expect((await listVariants(other.initiativeId)).map(({ slug }) => slug)).toEqual(['switch-naar-techniek'])
    expect((await listVariants(published)).map(({ slug }) => slug)).toEqual(['rangeerterrein'])
    await saveOverlapChoice({ source: { ...source, initiativeId: published }, other, answer: 'separate', words: 'Toch iets anders.', actorId })
    expect(await listVariants(published)).toEqual([])
    expect(await db.auditEvent.count({ where: { action: 'overlap.decide' } })).toBe(4)
  })

  it('is kept: nothing is changed, and going on needs a reason', async () => {
    const row = await db.overlapChoice.findFirstOrThrow({ select: { id: true } })
    await expect(db.overlapChoice.update({ where: { id: row.id }, data: { words: 'anders' } })).rejects.toThrow()
    await expect(db.overlapChoice.create({ data: { initiativeId: source.initiativeId, otherId: other.initiativeId, answer: 'separate' } })).rejects.toThrow(/overlap_choice_words/)
    await expect(db.overlapChoice.create({ data: { initiativeId: source.initiativeId, otherId: source.initiativeId, answer: 'variant' } })).rejects.toThrow(/overlap_choice_other/)
  })
})
