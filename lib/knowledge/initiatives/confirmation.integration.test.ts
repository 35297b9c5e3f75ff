import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getConfirmTarget, listUnconfirmed } = await import('./data')
const { saveConfirmation } = await import('./mutations')
const { askConfirmations } = await import('./reminders.mutations')
const { getPanelDrift } = await import('@/lib/knowledge/evidence/data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const slug = 'rangeerterrein'
const initiative = await db.initiative.findUniqueOrThrow({
  where: { slug },
  select: { id: true, organisationId: true, publishedRevisionId: true },
})
const actorId = (
  await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.brabant@voorbeeld.nl' },
    select: { id: true },
  })
).id
const unconfirmed = async (today: string) =>
  (await listUnconfirmed([initiative.organisationId], today)).filter((row) => row.slug === slug)
const confirm = (now: string) =>
  saveConfirmation({ initiativeId: initiative.id, actorId, now: new Date(now) })

describe('confirming an entry', () => {
  it('takes it off the list for twelve months and writes it down', async () => {
    await confirm('2025-11-23T23:00:00Z')
    expect(await unconfirmed('2026-11-24')).toMatchObject([{ since: '2025-11-23T23:00:00.000Z' }])
    await confirm('2025-11-24T08:00:00Z')
    expect(await unconfirmed('2026-11-24')).toEqual([])
    const audits = await db.auditEvent.findMany({
      where: { objectId: initiative.id, action: 'initiative.confirm' },
      select: { actorId: true },
    })
    expect(audits).toEqual([{ actorId }, { actorId }])
  })

  it('counts from publication when nobody ever confirmed', async () => {
    await db.initiative.update({ where: { id: initiative.id }, data: { confirmedAt: null } })
    expect(await unconfirmed('2030-01-01')).toHaveLength(1)
  })

  it('is not for what is not public', async () => {
    const draft = await db.initiative.findFirstOrThrow({
      where: { publishedRevisionId: null },
      select: { id: true },
    })
    await expect(
      saveConfirmation({ initiativeId: draft.id, actorId, now: new Date() }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' })
    expect(await getConfirmTarget(draft.id)).toMatchObject({ isPublished: false })
    expect(await getConfirmTarget('geen-nummer')).toBeNull()
  })
})

describe('asking whether it still holds', () => {
  it('reaches the editors when the year ends, once per confirmation, and not about years ago', async () => {
    const asked = async () =>
      (
        await db.notification.findMany({
          where: { kind: 'confirmation-due', key: { contains: initiative.id } },
          select: { userId: true, path: true },
        })
      ).filter(({ userId }) => userId === actorId)
    await confirm('2025-11-24T08:00:00Z')
    await askConfirmations(new Date('2026-11-24T08:00:00Z'))
    expect(await asked()).toEqual([])
    await askConfirmations(new Date('2026-11-25T08:00:00Z'))
    await askConfirmations(new Date('2026-11-26T08:00:00Z'))
    expect(await asked()).toEqual([{ userId: actorId, path: `/initiatieven/${slug}` }])
    expect(
      await db.mail.count({ where: { kind: 'confirmation-due', recipientId: actorId } }),
    ).toBeGreaterThan(0)
    await confirm('2024-01-10T08:00:00Z')
    await askConfirmations(new Date('2026-11-27T08:00:00Z'))
    expect(await asked()).toHaveLength(1)
  })
})

describe('getPanelDrift', () => {
  it('sees nothing new until an outcome is measured after the panel', async () => {
    expect(await getPanelDrift(initiative.id)).toMatchObject({ changes: [] })
    const indicator = await db.initiativeIndicator.findFirstOrThrow({
      where: { initiativeId: initiative.id, resultType: { slug: 'outcome' } },
      select: { id: true },
    })
    await db.measurement.create({
      data: {
        indicatorId: indicator.id,
        sourceTitle: 'Telling',
        numerator: 12,
        n: 20,
        createdAt: new Date(Date.now() + 1_000),
      },
    })
    expect(await getPanelDrift(initiative.id)).toMatchObject({ changes: ['outcome'] })
  })

  it('says nothing of what no panel judged', async () => {
    const other = await db.initiative.findFirstOrThrow({
      where: { assessments: { none: { kind: 'panel' } } },
      select: { id: true },
    })
    expect(await getPanelDrift(other.id)).toBeNull()
  })
})
