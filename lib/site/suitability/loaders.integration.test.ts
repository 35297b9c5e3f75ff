import { afterAll, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangePeople, signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { getPublishedInitiative } = await import('@/lib/knowledge/initiatives/data')
const { loadReaderRegion, loadSuitability } = await import('./loaders')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

async function beside(slug: string, region: string) {
  const initiative = await getPublishedInitiative(slug)
  const { region: own } = await loadReaderRegion(region)
  if (!initiative || !own) throw new Error('not in the seed')
  const found = await loadSuitability(initiative, own)
  if (!found) throw new Error('not found')
  return found
}

describe('the region of the reader', () => {
  it('is the one in the address, or none where it is unknown', async () => {
    expect(await loadReaderRegion('twente')).toMatchObject({
      region: { slug: 'twente' },
      isOfOrganisation: false,
    })
    expect((await loadReaderRegion('geen-regio')).region).toBeNull()
    expect((await loadReaderRegion(undefined)).choices.length).toBeGreaterThan(30)
  })

  it('is that of the organisation of who is signed in, and another by the address', async () => {
    await arrangePeople(db)
    await become('manager.twente@voorbeeld.nl')
    expect(await loadReaderRegion(undefined)).toMatchObject({
      region: { slug: 'twente' },
      isOfOrganisation: true,
    })
    expect(await loadReaderRegion('groningen')).toMatchObject({
      region: { slug: 'groningen' },
      isOfOrganisation: false,
    })
    await become('moderator@voorbeeld.nl')
    expect((await loadReaderRegion(undefined)).region).toBeNull()
  })
})

describe('an initiative beside a region', () => {
  it('has its lines in one order, and figures with source and period', async () => {
    const { lines, own } = await beside('rangeerterrein', 'twente')
    expect(lines.map(({ kind }) => kind).filter((kind) => kind !== 'group')).toEqual([
      'place',
      'size',
      'sectors',
      'challenges',
    ])
    const size = lines.find((line) => line.kind === 'size')
    expect(size).toMatchObject({ own: { region: { slug: own.slug } } })
    expect(size?.own?.source.name).not.toBe('')
    expect(size?.own?.periodLabel).not.toBe('')
  })

  it('tells who took it over here, and others like it with what was found in its direction', async () => {
    const { takenOver, alike, evidence, peers } = await beside('rangeerterrein', 'twente')
    expect(takenOver.find(({ status }) => status !== null)).toMatchObject({
      region: { slug: 'twente' },
      own: null,
    })
    expect(evidence.direction).toBeTruthy()
    for (const one of alike?.alike ?? []) {
      expect(one.slug).not.toBe('rangeerterrein')
      expect(one.evidence.direction).toBeTruthy()
      expect(one.regions.length).toBeGreaterThan(0)
    }
    expect(peers.map(({ slug }) => slug)).not.toContain('twente')
  })
})
