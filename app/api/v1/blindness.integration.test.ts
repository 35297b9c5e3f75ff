import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { saveAssessment } = await import('@/lib/judgement/assessments/mutations')
const { listCriteria } = await import('@/lib/judgement/assessments/data')
const { getAssessmentTarget } = await import('@/lib/judgement/assessments/targets.data')

const CANARY = 'Dit mag nog niemand lezen 7b1f.'
const SLUG = 'ontdek-wat-jij-in-huis-hebt'
type Route = Record<
  string,
  | ((
      request: NextRequest,
      context: { params: Promise<Record<string, string>> },
    ) => Promise<Response>)
  | undefined
>

/** Every open data route on disk, so that new ones are tested too. */
const ROOT = join(process.cwd(), 'app', 'api', 'v1')
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('route.ts'))
  .toSorted()
const PARTS: Readonly<Record<string, string>> = { indicatoren: 'werkloosheid', initiatieven: SLUG }

async function answers(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const file of files) {
    const route = (await import(/* @vite-ignore */ pathToFileURL(join(ROOT, file)).href)) as Route
    const [noun = ''] = file.split(sep)
    const slug = PARTS[noun] ?? SLUG
    const address = `http://localhost/api/v1/${file
      .replace(/\/?route\.ts$/, '')
      .replaceAll(sep, '/')
      .replace('[slug]', slug)}`
    const response = await route.GET?.(new NextRequest(address), {
      params: Promise.resolve({ slug }),
    })
    found.set(file, (await response?.text()) ?? '')
  }
  return found
}

let roundId: string

beforeAll(async () => {
  const target = (await getAssessmentTarget(SLUG))!
  const round = await db.assessmentRound.findFirstOrThrow({
    where: { initiativeId: target.initiativeId, status: 'open' },
    select: { id: true, number: true },
  })
  roundId = round.id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

/** The chain of hashes grows with each judgement; of what is new it may say its kind and time. */
const LINES = join('onveranderd', 'regels', 'route.ts')
const LEDGER = [LINES, join('onveranderd', 'route.ts')]

function expectOnlyHashes(before: string, during: string): void {
  const known = new Set(itemsOf(before).map(({ nummer }) => nummer))
  const added = itemsOf(during).filter(({ nummer }) => !known.has(nummer))
  expect(added).toHaveLength(2)
  for (const item of added) expect(item).toMatchObject({ tekst: null, url: null })
}
const itemsOf = (text: string) => (JSON.parse(text) as { items: { nummer: number }[] }).items

describe('the open data while a round is open', () => {
  it('does not change by a byte when judgements come in, and shows them when the round has ended', async () => {
    expect(files.length).toBeGreaterThan(6)
    const before = await answers()
    const target = (await getAssessmentTarget(SLUG))!
    const criteria = await listCriteria()
    const { number } = await db.assessmentRound.findUniqueOrThrow({
      where: { id: roundId },
      select: { number: true },
    })
    for (const name of ['noord', 'zeeland']) {
      const user = await db.user.findUniqueOrThrow({
        where: { email: `beoordelaar.${name}@voorbeeld.nl` },
        select: {
          id: true,
          memberships: { select: { organisation: { select: { id: true, regionId: true } } } },
        },
      })
      const { id: organisationId, regionId } = user.memberships[0]!.organisation
      await saveAssessment({
        initiativeId: target.initiativeId,
        revisionId: target.revisionId,
        kind: 'panel',
        round: number,
        roundId,
        actorId: user.id,
        organisationId,
        regionId,
        constituency: 'other',
        version: 0,
        submit: true,
        scores: criteria.map(({ slug }) => ({ criterion: slug, score: '5', reason: CANARY })),
      })
    }
    const during = await answers()
    for (const file of files.filter((name) => !LEDGER.includes(name)))
      expect(during.get(file), file).toBe(before.get(file))
    expectOnlyHashes(before.get(LINES) ?? '', during.get(LINES) ?? '')
    for (const text of during.values()) expect(text).not.toContain(CANARY)
    await db.assessmentRound.update({
      where: { id: roundId },
      data: { status: 'closed', closedAt: new Date(), closingReason: 'ended' },
      select: { id: true },
    })
    const after = await answers()
    expect(after.get(join('initiatieven', '[slug]', 'route.ts'))).toContain('"scores":[5,5]')
    for (const text of after.values()) expect(text).not.toContain('beoordelaar.')
  })
})
