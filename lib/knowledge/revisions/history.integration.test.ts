import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getRevisionDraft } = await import('./data')
const { saveDraft } = await import('./drafts.mutations')
const history = await import('./history.data')
const mutations = await import('./mutations')

const SLUG = 'rangeerterrein'
const REASON = 'Het aantal deelnemers is toegevoegd.'
let actorId: string
let initiativeId: string
let second: string

const read = async (revisionId: string) => {
  const draft = await getRevisionDraft(revisionId)
  if (!draft) throw new Error('no such version')
  return draft
}

async function submit(revisionId: string, changeReason?: string) {
  const { version, status } = await read(revisionId)
  const reason = changeReason === undefined ? {} : { changeReason }
  return mutations.submitRevision({ revisionId, version, from: status, actorId, ...reason })
}

async function publish(revisionId: string) {
  const { version } = await read(revisionId)
  return mutations.publishRevision({ revisionId, version, from: 'submitted', actorId })
}

async function change(revisionId: string, changes: object) {
  const { version, content } = await read(revisionId)
  await saveDraft({ revisionId, version, content: { ...content, ...changes }, actorId })
}

beforeAll(async () => {
  actorId = (await db.user.findFirstOrThrow({ where: { email: 'redacteur.brabant@voorbeeld.nl' } }))
    .id
  initiativeId = (await db.initiative.findUniqueOrThrow({ where: { slug: SLUG } })).id
  second = (await mutations.startRevision({ initiativeId, actorId })).revisionId
  await change(second, {
    summary: 'Een nieuwe samenvatting.',
    contactName: 'Fenna de Vries',
    contactEmail: 'fenna@voorbeeld.nl',
    contactConsent: true,
  })
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('a second version', () => {
  it('is not submitted without what changed and why, and stays a draft', async () => {
    await expect(submit(second)).rejects.toMatchObject({ code: 'INVALID' })
    expect(await read(second)).toMatchObject({ status: 'draft', version: 2 })
  })

  it('is no part of the public history before it is published', async () => {
    await submit(second, REASON)
    expect(await history.getChangeReason(second)).toBe(REASON)
    const versions = await history.listPublicVersions(initiativeId)
    expect(versions.map(({ number }) => number)).toEqual([1])
    expect(await history.getVersionComparison(SLUG, 2)).toBeNull()
  })

  it('stands first in the public history, with its reason', async () => {
    await publish(second)
    const versions = await history.listPublicVersions(initiativeId)
    expect(versions).toMatchObject([
      { number: 2, reason: REASON },
      { number: 1, reason: '' },
    ])
  })

  it('is compared with the one before, without persons', async () => {
    const found = await history.getVersionComparison(SLUG, 2)
    expect(found).toMatchObject({ number: 2, reason: REASON, isCurrent: true })
    expect(found?.content.summary).toBe('Een nieuwe samenvatting.')
    expect(found?.previous).toMatchObject({ number: 1 })
    expect(found?.previous?.content.summary).not.toBe('Een nieuwe samenvatting.')
    expect(JSON.stringify(found)).not.toMatch(/Fenna|fenna@/)
  })

  it('starts the next one without its reason', async () => {
    const { revisionId } = await mutations.startRevision({ initiativeId, actorId })
    expect(await history.getChangeReason(revisionId)).toBe('')
    await expect(submit(revisionId)).rejects.toMatchObject({ code: 'INVALID' })
  })
})

describe('the public history', () => {
  it('has nothing before the first version, and nothing that is not there', async () => {
    expect(await history.getVersionComparison(SLUG, 1)).toMatchObject({
      isCurrent: false,
      previous: null,
    })
    expect(await history.getVersionComparison(SLUG, 9)).toBeNull()
    expect(await history.getVersionComparison('bestaat-niet', 1)).toBeNull()
  })

  it('keeps the reason of a published version as it is', async () => {
    await expect(
      db.initiativeRevision.update({ where: { id: second }, data: { changeReason: 'Anders' } }),
    ).rejects.toThrow(/cannot be rewritten/)
  })
})
