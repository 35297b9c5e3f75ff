import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { listDraftsOfPage, listUnsentDrafts } = await import('./data')
const { deleteFormDraft, deleteOldFormDrafts, saveFormDraft } = await import('./mutations')
const { MAX_DRAFTS } = await import('./rules')

const idOf = async (email: string) =>
  (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id
const one = await idOf('redacteur.brabant@voorbeeld.nl')
const other = await idOf('redacteur.overijssel@voorbeeld.nl')
const draft = (form: string, text = 'Tekst') => ({
  form,
  path: '/werkplek/oproepen/nieuw',
  title: 'Nieuwe oproep',
  values: { text, groups: ['a', 'b'] },
})
const names = async (person: string) => (await listUnsentDrafts(person)).map(({ form }) => form)

beforeEach(async () => {
  await db.formDraft.deleteMany()
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a draft of a form', () => {
  it('is of one person, and the last text counts', async () => {
    await saveFormDraft(one, draft('a', 'Eerst'))
    const savedAt = await saveFormDraft(one, draft('a', 'Later'))
    await saveFormDraft(other, draft('a', 'Van een ander'))
    expect(await listDraftsOfPage(one, '/werkplek/oproepen/nieuw')).toEqual([
      {
        form: 'a',
        values: { text: 'Later', groups: ['a', 'b'] },
        savedAt: savedAt?.toISOString(),
      },
    ])
    expect(await listDraftsOfPage(one, '/werkplek')).toEqual([])
  })

  it('goes for this person alone', async () => {
    await saveFormDraft(one, draft('a'))
    await saveFormDraft(other, draft('a'))
    await deleteFormDraft(one, 'a')
    expect([await names(one), await names(other)]).toEqual([[], ['a']])
  })

  it('is refused beyond the most someone may have, but an existing one still takes text', async () => {
    for (let number = 0; number < MAX_DRAFTS; number += 1)
      await saveFormDraft(one, draft(`formulier ${number}`))
    expect(await saveFormDraft(one, draft('een te veel'))).toBeNull()
    expect(await saveFormDraft(one, draft('formulier 0', 'Nieuw'))).not.toBeNull()
    expect(await names(one)).toHaveLength(MAX_DRAFTS)
  })

  it('is written once when two tabs save at the same time', async () => {
    await Promise.all(['x', 'y', 'z'].map(async (text) => saveFormDraft(one, draft('a', text))))
    expect(await names(one)).toEqual(['a'])
  })

  it('goes after the retention period, counted from the last word', async () => {
    await saveFormDraft(one, draft('oud'))
    await db.formDraft.updateMany({ data: { savedAt: new Date('2026-01-01T00:00:00Z') } })
    await saveFormDraft(one, draft('nieuw'))
    expect(await deleteOldFormDrafts(new Date(), 30)).toBe(1)
    expect(await names(one)).toEqual(['nieuw'])
  })

  it('goes with the account', async () => {
    const { id } = await db.user.create({
      data: { email: 'gaat@voorbeeld.nl', name: 'Gaat' },
      select: { id: true },
    })
    await saveFormDraft(id, draft('a'))
    await db.user.delete({ where: { id } })
    expect(await names(id)).toEqual([])
  })
})
