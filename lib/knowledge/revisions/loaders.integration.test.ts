import type * as React from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangePeople, signInWith } from '@/lib/base/testing/people'
import type * as Data from './data'

const request = vi.hoisted(() => import('@/lib/base/testing/next-request'))
vi.mock('next/headers', async () => (await request).nextHeaders)
vi.mock('@/i18n/navigation', async () => (await request).navigation)

// React caches per request; this stands in for it outside React.
vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  cache: <Args extends unknown[], Result>(read: (...args: Args) => Result) => {
    const known = new Map<string, Result>()
    return (...args: Args) => {
      const key = JSON.stringify(args)
      const result = known.get(key) ?? read(...args)
      known.set(key, result)
      return result
    }
  },
}))
vi.mock('./data', async (original) => {
  const data = await original<typeof Data>()
  return { ...data, getRevisionDraft: vi.fn(data.getRevisionDraft) }
})

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { loadPreview } = await import('@/lib/knowledge/initiatives/loaders')
const { getRevisionDraft } = await import('./data')
const { loadReview } = await import('./review.loaders')

beforeAll(async () => {
  await arrangePeople(db)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('the page of a review', () => {
  it('reads the version once for its title, its text and its preview', async () => {
    await become('moderator@voorbeeld.nl')
    const { id } = await db.initiativeRevision.findFirstOrThrow({
      where: { status: 'submitted' },
      select: { id: true },
    })
    const [title, { draft }, preview] = await Promise.all([
      loadReview(id, '/'),
      loadReview(id, '/'),
      loadPreview(id, '/'),
    ])
    expect(title.draft).toBe(draft)
    expect(preview.title).toBe(draft.content.title)
    expect(getRevisionDraft).toHaveBeenCalledTimes(1)
  })
})
