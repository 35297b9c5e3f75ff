import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { initiativeId as idOf } from '@/lib/base/testing/demo-account'
import { arrangeLookalike } from '@/lib/base/testing/overlap'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { saveNewInitiative } = await import('@/lib/knowledge/revisions/mutations')
const { getJoining, getOther, listChoices, listVariants, listPendingJoins } = await import('./data')
const { listLookalikes } = await import('./lookalikes.data')
const { saveOverlapChoice, saveReply } = await import('./mutations')

const { actorId, source, named } = await arrangeLookalike(db, {
  saveNewInitiative,
  listLookalikes,
})
const other = (await getOther(await idOf(db, 'rangeerterrein')))!

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
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
      decided: { answer: 'join', words: 'Mogen wij meedoen?', joining: { id, state: 'pending' } },
    })
    expect(await listPendingJoins([other.organisationId])).toMatchObject([
      { id, title: 'Rangeerterrein Midden-Brabant', organisation: source.organisationName },
    ])
    expect(await listPendingJoins([source.organisationId])).toEqual([])

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
    expect(await listPendingJoins([other.organisationId])).toEqual([])
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
    expect(await listPendingJoins([other.organisationId])).toEqual([])
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
