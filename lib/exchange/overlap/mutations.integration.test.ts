import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { OverlapOther, OverlapSource } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { saveNewInitiative, startRevision } = await import('@/lib/knowledge/revisions/mutations')
const { getJoining, getOther, listChoices, listLookalikes, listVariants, listWaiting } =
  await import('./data')
const { saveOverlapChoice, saveReply } = await import('./mutations')

let actorId: string
let source: OverlapSource
let other: OverlapOther

beforeAll(async () => {
  const person = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.overijssel@voorbeeld.nl' },
    select: {
      id: true,
      memberships: { select: { organisation: { select: { id: true, name: true } } } },
    },
  })
  actorId = person.id
  const { organisation } = person.memberships[0]!
  const title = 'Rangeerterrein voor Midden-Brabant en Twente'
  const { initiativeId, revisionId } = await saveNewInitiative({
    title,
    organisationId: organisation.id,
    actorId,
  })
  source = {
    revisionId,
    initiativeId,
    organisationId: organisation.id,
    organisationName: organisation.name,
    title,
  }
  const { id } = await db.initiative.findUniqueOrThrow({
    where: { slug: 'rangeerterrein' },
    select: { id: true },
  })
  other = (await getOther(id))!
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const NOTHING = { organisationIds: [], seesSubmitted: false }
const named = async () =>
  (await listLookalikes({ ...source, text: source.title }, NOTHING)).find(
    ({ slug }) => slug === 'rangeerterrein',
  )

describe('what looks like a draft', () => {
  it('is found by the words of its title alone, and is not near without a region', async () => {
    expect(await named()).toMatchObject({
      near: false,
      decided: null,
      organisation: 'SER Brabant',
      titleWords: ['rangeerterrein', 'midden', 'brabant'],
    })
  })

  it('is found by tags, nearby once the draft names a region', async () => {
    const published = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: {
        publishedRevision: {
          select: {
            terms: { select: { termId: true, position: true } },
            regions: { select: { regionId: true, position: true } },
          },
        },
      },
    })
    const { terms, regions } = published.publishedRevision!
    await db.revisionTerm.createMany({
      data: terms.map((row) => ({ ...row, revisionId: source.revisionId })),
    })
    await db.revisionRegion.createMany({
      data: regions.map((row) => ({ ...row, revisionId: source.revisionId })),
    })
    const found = await named()
    expect(found?.similarity).toBeCloseTo(1)
    expect(found?.near).toBe(true)
    expect(found?.likeness.shared.length).toBeGreaterThan(0)
  })

  it('never names drafts of anyone, nor the initiative itself', async () => {
    const slugs = (await listLookalikes({ ...source, text: source.title }, NOTHING)).map(
      ({ slug }) => slug,
    )
    const open = await db.initiativeSearch.findMany({
      where: { slug: { in: slugs } },
      select: { slug: true },
      orderBy: { slug: 'asc' },
    })
    expect(open.map(({ slug }) => slug).toSorted()).toEqual(slugs.toSorted())
    const { id } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    const own = await startRevision({ initiativeId: id, actorId })
    expect(
      (
        await listLookalikes(
          {
            revisionId: own.revisionId,
            initiativeId: id,
            title: 'Rangeerterrein Midden-Brabant',
            text: '',
          },
          NOTHING,
        )
      ).map(({ slug }) => slug),
    ).not.toContain('rangeerterrein')
    expect(await getOther(source.initiativeId)).toMatchObject({ draft: { status: 'draft' } })
  })
})

describe('the words of a text', () => {
  it('find what shares no word of the title and no tag, also in another form and in a compound', async () => {
    const { body } = await db.initiativeSearch.findFirstOrThrow({
      where: { slug: 'voorschakeltraject-zorg' },
      select: { body: true },
    })
    const { initiativeId, revisionId } = await saveNewInitiative({
      title: 'Iets heel anders',
      organisationId: source.organisationId,
      actorId,
    })
    const found = await listLookalikes(
      { revisionId, initiativeId, title: 'Iets heel anders', text: body },
      NOTHING,
    )
    const one = found.find(({ slug }) => slug === 'voorschakeltraject-zorg')
    expect(one?.titleWords).toEqual([])
    expect(one?.similarity).toBe(0)
    expect(one?.text).toBeGreaterThan(0.5)
    expect(one?.textWords.length).toBeGreaterThanOrEqual(5)
    expect(
      await listLookalikes(
        {
          revisionId,
          initiativeId,
          title: 'Iets',
          text: 'Een tekst zonder bijzondere woorden over mensen en werk.',
        },
        NOTHING,
      ),
    ).toEqual([])
    await db.initiative.delete({ where: { id: initiativeId } })
  })
})

describe('a draft', () => {
  it('is named to its own organisation, handed in to a moderator, and to nobody else', async () => {
    const text =
      'Lasrobots bedienen met orthopedische werkplekken in scheepsbouw, lasmeesters begeleiden jongeren'
    const { initiativeId, revisionId } = await saveNewInitiative({
      title: 'Lasrobots in de scheepsbouw',
      organisationId: source.organisationId,
      actorId,
    })
    await db.initiativeRevision.update({ where: { id: revisionId }, data: { summary: text } })
    const other = await saveNewInitiative({
      title: 'Jongeren leren lassen',
      organisationId: source.organisationId,
      actorId,
    })
    const look = async (scope: { organisationIds: readonly string[]; seesSubmitted: boolean }) =>
      (await listLookalikes({ ...other, title: 'Jongeren leren lassen', text }, scope)).find(
        (one) => one.initiativeId === initiativeId,
      )
    const own = { organisationIds: [source.organisationId], seesSubmitted: false }
    const elsewhere = {
      organisationIds: [
        (
          await db.organisation.findFirstOrThrow({
            where: { id: { not: source.organisationId } },
            select: { id: true },
          })
        ).id,
      ],
      seesSubmitted: false,
    }
    const moderator = { organisationIds: [], seesSubmitted: true }
    expect(await look(own)).toMatchObject({ draft: { revisionId, status: 'draft' } })
    expect((await look(own))?.textWords).toContain('scheepsbouw')
    for (const scope of [NOTHING, elsewhere, moderator]) expect(await look(scope)).toBeUndefined()
    await db.initiativeRevision.update({
      where: { id: revisionId },
      data: { status: 'submitted', submittedAt: new Date() },
    })
    expect(await look(moderator)).toMatchObject({ draft: { status: 'submitted' } })
    for (const scope of [NOTHING, elsewhere]) expect(await look(scope)).toBeUndefined()
    await db.initiative.deleteMany({ where: { id: { in: [initiativeId, other.initiativeId] } } })
  })
})

describe('what is decided', () => {
  it('a wish to join is told to the owner, who answers it once', async () => {
    const id = await saveOverlapChoice({
      source,
      other,
      answer: 'join',
      words: 'Mogen wij meedoen?',
      actorId,
    })
    const path = `/werkplek/aansluiten/${id}`
    const owner = await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.brabant@voorbeeld.nl' },
      select: { id: true },
    })
    const mail = await db.mail.findFirstOrThrow({
      where: { kind: 'contact-request', key: `overlap:${id}`, recipientId: owner.id },
      select: { text: true, path: true },
    })
    expect(mail).toMatchObject({ path })
    expect(mail.text).not.toContain('@voorbeeld.nl')
    expect(
      await db.notification.count({ where: { userId: owner.id, kind: 'join-asked', path } }),
    ).toBe(1)
    expect(await named()).toMatchObject({
      decided: { answer: 'join', words: 'Mogen wij meedoen?', joining: { id, state: 'waiting' } },
    })
    expect(await listWaiting([other.organisationId])).toMatchObject([
      { id, title: 'Rangeerterrein Midden-Brabant', organisation: source.organisationName },
    ])
    expect(await listWaiting([source.organisationId])).toEqual([])

    const joining = (await getJoining(id))!
    const outcomes = await Promise.allSettled(
      [true, false].map((welcome) =>
        saveReply({
          joining,
          welcome,
          words: welcome ? 'Graag, bel ons.' : 'Nu niet.',
          actorId: owner.id,
        }),
      ),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { reply } = (await getJoining(id))!
    expect(
      await db.notification.count({ where: { userId: actorId, kind: 'join-answered', path } }),
    ).toBe(1)
    expect((await named())?.decided?.joining?.state).toBe(reply?.welcome ? 'welcome' : 'declined')
    expect(await listChoices(source.initiativeId)).toMatchObject([
      { answer: 'join', other: { slug: 'rangeerterrein' } },
    ])
    expect(await listWaiting([other.organisationId])).toEqual([])
    await expect(
      db.overlapReply.update({ where: { choiceId: id }, data: { words: 'Anders' } }),
    ).rejects.toThrow()
  })

  it('a wish to join ends when the asker chooses something else, and then there is nothing to answer', async () => {
    const id = await saveOverlapChoice({
      source,
      other,
      answer: 'join',
      words: 'Nog eens?',
      actorId,
    })
    const joining = (await getJoining(id))!
    const later = await saveOverlapChoice({
      source,
      other,
      answer: 'separate',
      words: 'Toch iets anders.',
      actorId,
    })
    expect((await getJoining(id))?.isLast).toBe(false)
    expect(await listWaiting([other.organisationId])).toEqual([])
    await expect(saveReply({ joining, welcome: true, words: 'Graag.', actorId })).rejects.toThrow(
      'WRONG_STATE',
    )
    expect(await getJoining(later)).toBeNull()
    await expect(
      db.overlapReply.create({ data: { choiceId: later, welcome: true, words: 'Graag.' } }),
    ).rejects.toThrow(/wish to join/)
  })

  it('a variant stands on both pages once both are published, until it is called something else', async () => {
    await saveOverlapChoice({ source, other, answer: 'variant', words: '', actorId })
    expect(await listVariants(other.initiativeId)).toEqual([])
    expect(await db.notification.count({ where: { kind: 'variant-linked' } })).toBe(1)
    const { id: published } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'switch-naar-techniek' },
      select: { id: true },
    })
    await saveOverlapChoice({
      source: { ...source, initiativeId: published },
      other,
      answer: 'variant',
      words: '',
      actorId,
    })
    expect((await listVariants(other.initiativeId)).map(({ slug }) => slug)).toEqual([
      'switch-naar-techniek',
    ])
    expect((await listVariants(published)).map(({ slug }) => slug)).toEqual(['rangeerterrein'])
    await saveOverlapChoice({
      source: { ...source, initiativeId: published },
      other,
      answer: 'separate',
      words: 'Toch iets anders.',
      actorId,
    })
    expect(await listVariants(published)).toEqual([])
    expect(await db.auditEvent.count({ where: { action: 'overlap.decide' } })).toBe(6)
  })

  it('is kept: nothing is changed, and going on needs a reason', async () => {
    const row = await db.overlapChoice.findFirstOrThrow({ select: { id: true } })
    await expect(
      db.overlapChoice.update({ where: { id: row.id }, data: { words: 'anders' } }),
    ).rejects.toThrow()
    await expect(
      db.overlapChoice.create({
        data: {
          initiativeId: source.initiativeId,
          otherId: other.initiativeId,
          answer: 'separate',
        },
      }),
    ).rejects.toThrow(/overlap_choice_words/)
    await expect(
      db.overlapChoice.create({
        data: {
          initiativeId: source.initiativeId,
          otherId: source.initiativeId,
          answer: 'variant',
        },
      }),
    ).rejects.toThrow(/overlap_choice_other/)
  })
})
